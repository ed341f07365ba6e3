"""
How well "the subject" is found on photographs, against outlines drawn by hand. By hand:

    python test/quality/subjects.py [--only astronaut,coffee] [--out test/quality/out]

Needs numpy, opencv-python-headless, scikit-image, scikit-learn and matplotlib: the photographs are the ones that come
with the last three. subjects.json holds the outlines, in percent of a photo's sides. Prints intersection over union and
writes a contact sheet.
"""
import argparse
import json
import os
import subprocess
import tempfile
import cv2
import numpy as np
from matplotlib import cbook
from skimage import data
from sklearn.datasets import load_sample_image
from studio import root

here = os.path.dirname(os.path.abspath(__file__))
photos = {
    'astronaut': data.astronaut,
    'chelsea': data.chelsea,
    'china': lambda: load_sample_image('china.jpg'),
    'coffee': data.coffee,
    'flower': lambda: load_sample_image('flower.jpg'),
    'hopper': lambda: cv2.imread(str(cbook.get_sample_data('grace_hopper.jpg', asfileobj=False)))[..., ::-1],
    'motorcycle': lambda: data.stereo_motorcycle()[0],
    'rocket': data.rocket,
}


def drawn(outline, shape):
    h, w = shape[:2]
    mask = np.zeros((h, w), np.uint8)
    cv2.fillPoly(mask, [np.round(np.array(outline) * (w, h) / 100).astype(np.int32)], 255)
    return mask > 0


def found(photo, folder):
    path, out = os.path.join(folder, 'photo.png'), os.path.join(folder, 'mask.png')
    cv2.imwrite(path, photo)
    words = ['npx', '--no-install', 'vitrail', 'segment', path, '--words', 'the subject', '--out', out]
    subprocess.run(words, cwd=root, check=True, capture_output=True)
    return cv2.imread(out, cv2.IMREAD_GRAYSCALE) > 127


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--only', default=','.join(photos))
    parser.add_argument('--out', default=os.path.join(here, 'out'))
    wanted = parser.parse_args()
    os.makedirs(wanted.out, exist_ok=True)
    with open(os.path.join(here, 'subjects.json')) as file:
        outlines = json.load(file)
    shares, rows = [], []
    with tempfile.TemporaryDirectory() as folder:
        for name in wanted.only.split(','):
            photo = np.ascontiguousarray(photos[name]()[..., ::-1])
            truth, mask = drawn(outlines[name], photo.shape), found(photo, folder)
            shares.append((truth & mask).sum() / max(1, (truth | mask).sum()))
            print(f'{name:12} {shares[-1]:.2f}', flush=True)
            shown = [np.where(m[..., None], photo, photo // 4) for m in (truth, mask)]
            rows.append(np.hstack([cv2.resize(picture, (320, 240)) for picture in shown]))
    print(f'{"mean":12} {np.mean(shares):.2f}')
    cv2.imwrite(os.path.join(wanted.out, 'subjects.png'), np.vstack(rows))


if __name__ == '__main__':
    main()
