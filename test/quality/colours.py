"""
How often a thing is found by its colour on photographs, beside boxes drawn by hand. By hand:

    python test/quality/colours.py [--bsds FOLDER] [--out test/quality/out]

Needs what subjects.py needs. Most photographs are those of the Berkeley Segmentation Data Set (BSDS500): FOLDER holds
its images, at any depth; without it they are counted as left out. colours.json holds what is asked for and the boxes, in
percent of a photo's sides. Right is what lies in the box (nine tenths of it) and takes up half of it (its own box does).
Writes a contact sheet.
"""
import argparse
import glob
import json
import os
import subprocess
import tempfile
import cv2
import numpy as np
from studio import root
from subjects import photos

here = os.path.dirname(os.path.abspath(__file__))


def load(name, bsds):
    if not name.startswith('bsds/'):
        return np.ascontiguousarray(photos[name]()[..., 2::-1])
    found = glob.glob(os.path.join(bsds, '**', name[5:] + '.jpg'), recursive=True) if bsds else []
    return cv2.imread(found[0]) if found else None


def found(photo, words, folder):
    path, out = os.path.join(folder, 'photo.png'), os.path.join(folder, 'mask.png')
    cv2.imwrite(path, photo)
    command = ['npx', '--no-install', 'vitrail', 'segment', path, '--words', words, '--out', out]
    done = subprocess.run(command, cwd=root, capture_output=True)
    return cv2.imread(out, cv2.IMREAD_GRAYSCALE) > 127 if done.returncode == 0 else np.zeros(photo.shape[:2], bool)


def right(mask, box):
    h, w = mask.shape
    x1, y1, x2, y2 = (np.array(box) * (w, h, w, h) / 100).round().astype(int)
    if not mask.any():
        return False
    inside = mask[max(0, y1 - 3):y2 + 3, max(0, x1 - 3):x2 + 3].sum() / mask.sum()
    ys, xs = np.nonzero(mask)
    own = [xs.min(), ys.min(), xs.max() + 1, ys.max() + 1]
    wide, high = min(own[2], x2) - max(own[0], x1), min(own[3], y2) - max(own[1], y1)
    return inside >= 0.9 and max(0, wide) * max(0, high) >= 0.5 * (x2 - x1) * (y2 - y1)


def tile(photo, mask, good, words):
    shown = np.where(mask[..., None], photo, photo // 4)
    scale = min(240 / shown.shape[1], 170 / shown.shape[0])
    shown = cv2.resize(shown, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    cell = np.full((196, 244, 3), (40, 60, 40) if good else (40, 40, 90), np.uint8)
    cell[:shown.shape[0], :shown.shape[1]] = shown
    cv2.putText(cell, words, (4, 190), 0, 0.45, (255, 255, 255), 1, cv2.LINE_AA)
    return cell


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--bsds')
    parser.add_argument('--out', default=os.path.join(here, 'out'))
    wanted = parser.parse_args()
    os.makedirs(wanted.out, exist_ok=True)
    with open(os.path.join(here, 'colours.json'), encoding='utf-8') as file:
        cases = json.load(file)
    tiles, good, left_out = [], 0, 0
    with tempfile.TemporaryDirectory() as folder:
        for case in cases:
            photo = load(case['photo'], wanted.bsds)
            if photo is None:
                left_out += 1
                continue
            mask = found(photo, case['words'], folder)
            well = right(mask, case['box'])
            good += well
            print(f"{case['photo']:16} {case['words']:16} {'right' if well else 'wrong'}")
            tiles.append(tile(photo, mask, well, case['words']))
    print(f'{good} of {len(tiles)} right; {left_out} photographs are not here')
    while len(tiles) % 5:
        tiles.append(np.zeros_like(tiles[0]))
    rows = [np.hstack(tiles[i:i + 5]) for i in range(0, len(tiles), 5)]
    cv2.imwrite(os.path.join(wanted.out, 'colours.png'), np.vstack(rows))


if __name__ == '__main__':
    main()
