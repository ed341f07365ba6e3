"""
Quality in figures and pictures, beside OpenCV on the same inputs. By hand:

    python test/quality/run.py [--only alpha,rims,seams,colour,halo,clicks] [--seed 1] [--out test/quality/out]

Needs numpy and opencv-python-headless, for clicks what `clicks.py` needs as well. Writes table.md and a contact sheet (PNG) for each part into a folder that git
ignores. Figures hint; the sheets decide.
"""
import argparse
import glob
import os
import shutil
import tempfile
import cv2
import numpy as np
import clicks
import drawn
import measures
import studio as tools

here = os.path.dirname(os.path.abspath(__file__))
photos = {
    os.path.splitext(os.path.basename(path))[0]: cv2.imread(path)
    for path in sorted(glob.glob(os.path.join(tools.root, 'assets', 'samples', '*.jpg')))
}


def working_size(photo, side=900):
    scale = side / max(photo.shape[:2])
    return cv2.resize(photo, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA) if scale < 1 else photo


class Sheet:
    """Rows of pictures under each other, all of one height."""

    def __init__(self):
        self.rows = []

    def add(self, *pictures, height=300):
        cells = []
        for picture in pictures:
            if picture.dtype != np.uint8:
                picture = np.clip(picture * 255, 0, 255).astype(np.uint8)
            if picture.ndim == 2:
                picture = cv2.cvtColor(picture, cv2.COLOR_GRAY2BGR)
            cells.append(cv2.resize(picture, (round(picture.shape[1] * height / picture.shape[0]), height)))
        self.rows.append(np.hstack(cells))

    def write(self, path):
        width = max(row.shape[1] for row in self.rows)
        edged = [cv2.copyMakeBorder(r, 0, 4, 0, width - r.shape[1], cv2.BORDER_CONSTANT) for r in self.rows]
        cv2.imwrite(path, np.vstack(edged))


def blob(shape, rng):
    """A rounded hole, somewhere in the middle."""
    h, w = shape[:2]
    t = np.linspace(0, 2 * np.pi, 60, endpoint=False)
    r = min(h, w) * rng.uniform(.08, .12) * (1 + .25 * np.sin(3 * t + rng.uniform(0, 6)))
    centre = (w * rng.uniform(.3, .45), h * rng.uniform(.35, .65))
    mask = np.zeros((h, w), np.uint8)
    cv2.fillPoly(mask, [np.stack([centre[0] + r * np.cos(t), centre[1] + r * np.sin(t)], 1).astype(np.int32)], 255)
    return mask


def out_of_focus(photo):
    """As a portrait's background is."""
    return cv2.GaussianBlur(photo, (0, 0), max(photo.shape[:2]) / 60)


def alpha(studio, rng, sheet):
    rows = []
    for kind, colour in ((drawn.hair, (40, 60, 110)), (drawn.feather, (225, 225, 215)), (drawn.glass, (170, 200, 120))):
        errors = []
        for photo in photos.values():
            photo = working_size(photo)
            truth = kind(int(min(photo.shape[:2]) * .7), rng)
            picture, truth = drawn.lay(out_of_focus(photo), truth, colour, rng)
            x, y, w, h = cv2.boundingRect((truth > .02).astype(np.uint8))
            box = (max(0, x - 4), max(0, y - 4), min(photo.shape[1], x + w + 4), min(photo.shape[0], y + h + 4))
            ours, theirs = studio.matte(picture, box), tools.grabcut(picture, box)
            errors.append((measures.alpha_error(ours, truth), measures.alpha_error(theirs, truth)))
            sheet.add(picture, truth, ours, theirs)
        rows.append((f'alpha error, {kind.__name__} (GrabCut by box)', *np.mean(errors, 0), 0))
    return rows


def rims(studio, rng, sheet):
    """Hard shapes over photos as sharp as they are."""
    found = []
    for kind, colour in ((drawn.mast, (40, 40, 45)), (drawn.rocket, (228, 230, 225)), (drawn.cup, (50, 45, 185))):
        for photo in photos.values():
            photo = working_size(photo)
            picture, truth = drawn.lay(photo, kind(int(min(photo.shape[:2]) * .8), rng), colour, rng)
            x, y, w, h = cv2.boundingRect((truth > .02).astype(np.uint8))
            box = (max(0, x - 4), max(0, y - 4), min(photo.shape[1], x + w + 4), min(photo.shape[0], y + h + 4))
            ours, theirs = studio.matte(picture, box), tools.grabcut(picture, box)
            found.append([measures.rim_errors(a, truth) for a in (ours, theirs)])
            sheet.add(picture, truth, ours, theirs)
    errors = np.mean(found, 0).T
    return [
        ('rim error, px (GrabCut by box)', *errors[0], 0),
        ('notches of a rim, px (GrabCut by box)', *errors[1], 0),
    ]


def seams(studio, rng, sheet):
    found = {'remove (TELEA)': [], 'move (TELEA, seamlessClone)': [], 'duplicate (seamlessClone)': [], 'extend (mirrored)': []}
    for photo in photos.values():
        photo = working_size(photo)
        mask = blob(photo.shape, rng)
        shift = int(.25 * photo.shape[1])
        there = np.roll(mask, shift, 1)
        width = photo.shape[1]
        added = int(width * .25)

        def judge(name, ours, theirs, region):
            found[name].append((measures.seam_contrast(ours, region), measures.seam_contrast(theirs, region)))
            sheet.add(photo, ours, theirs)

        removed = tools.telea(photo, mask)
        judge('remove (TELEA)', studio.run(photo, 'remove this', mask), removed, mask)
        moved = studio.run(photo, 'move this 25% to the right', mask)
        judge('move (TELEA, seamlessClone)', moved, tools.clone(photo, removed, mask, shift), mask | there)
        copied = studio.run(photo, 'duplicate this 25% to the right', mask)
        judge('duplicate (seamlessClone)', copied, tools.clone(photo, photo, mask, shift), there)
        wider = studio.run(photo, 'extend the canvas to the right')
        mirrored = cv2.copyMakeBorder(photo, 0, 0, 0, wider.shape[1] - width, cv2.BORDER_REFLECT_101)
        new = np.zeros(wider.shape[:2], np.uint8)
        new[:, width:] = 255
        judge('extend (mirrored)', wider, mirrored, new)
    return [(f'seam contrast, {name}', *np.mean(pairs, 0), 1) for name, pairs in found.items()]


def crossing(photo):
    """A round hole where the photo has its clearest lines in one direction, away from its border."""
    h, w = photo.shape[:2]
    r = round(min(h, w) * .08)
    xx, xy, yy = cv2.split(cv2.blur(measures.tensors(photo), (2 * r, 2 * r)))
    one_way = np.hypot(xx - yy, 2 ** .5 * xy)
    one_way[:3 * r], one_way[-3 * r:], one_way[:, :3 * r], one_way[:, -3 * r:] = 0, 0, 0, 0
    y, x = np.unravel_index(one_way.argmax(), one_way.shape)
    mask = np.zeros((h, w), np.uint8)
    cv2.circle(mask, (int(x), int(y)), r, 255, -1)
    return mask


def structure(studio, rng, sheet):
    errors = []
    for photo in photos.values():
        photo = working_size(photo)
        mask = crossing(photo)
        ours, theirs = studio.run(photo, 'remove this', mask), tools.telea(photo, mask)
        errors.append([measures.structure_error(photo, result, mask > 0) for result in (ours, theirs)])
        sheet.add(photo, np.where(mask[..., None] > 0, 255, photo).astype(np.uint8), ours, theirs)
    return [('structure error of a removal across lines (TELEA)', *np.mean(errors, 0), 0)]


def colour(studio, rng, sheet):
    inside, outside = [], []
    for photo in photos.values():
        photo = working_size(photo)
        mask = blob(photo.shape, rng)
        shift = int(.25 * photo.shape[1])
        there = np.roll(mask, shift, 1)
        ours = studio.run(photo, 'duplicate this 25% to the right', mask)
        theirs = tools.clone(photo, photo, mask, shift)
        core = cv2.erode(there, np.ones((15, 15), np.uint8)) > 0
        meant = np.roll(photo, shift, 1)
        far = cv2.dilate(mask | there, np.ones((41, 41), np.uint8)) == 0
        inside.append([measures.shift_of_colour(meant, result, core) for result in (ours, theirs)])
        outside.append([measures.largest_change(photo, result, far) for result in (ours, theirs)])
        sheet.add(photo, ours, theirs)
    return [
        ('colour shift of a copy, ΔE (seamlessClone)', *np.mean(inside, 0), 0),
        ('largest change outside of a copy (seamlessClone)', *np.max(outside, 0), 0),
    ]


def halo(studio, rng, sheet):
    leaks = []
    for photo in photos.values():
        photo = working_size(photo)
        truth = drawn.glass(int(min(photo.shape[:2]) * .6), rng)
        truth = np.clip(truth * 6, 0, 1)  # a disc with an edge of 3 px or so
        subject = (30, 30, 230)
        picture, truth = drawn.lay(photo, truth, subject, rng)
        mask = np.round(truth * 255).astype(np.uint8)
        outside = cv2.distanceTransform((truth < .004).astype(np.uint8), cv2.DIST_L2, 5)
        ring = (outside > 2) & (outside < 25)
        pair = []
        for blur in (lambda p: studio.run(p, 'blur the background', mask), lambda p: tools.blurred(p, mask)):
            result = blur(picture)
            pair.append((result, measures.leak(result, blur(photo).astype(np.float32), subject, ring)))
        leaks.append([figure for _, figure in pair])
        sheet.add(picture, *[result for result, _ in pair])
    return [('halo: subject in the blur (Gaussian, laid over)', *np.mean(leaks, 0), 0)]


parts = {'alpha': alpha, 'rims': rims, 'seams': seams, 'structure': structure, 'colour': colour, 'halo': halo, 'clicks': clicks.part}


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--only', default=','.join(parts))
    parser.add_argument('--seed', type=int, default=1)
    parser.add_argument('--out', default=os.path.join(here, 'out'))
    wanted = parser.parse_args()
    os.makedirs(wanted.out, exist_ok=True)
    folder = tempfile.mkdtemp()
    lines = ['| | Vitrail | OpenCV | best |', '| --- | --: | --: | --: |']
    try:
        for name in wanted.only.split(','):
            sheet = Sheet()
            for title, ours, theirs, best in parts[name](tools.Studio(folder), np.random.default_rng(wanted.seed), sheet):
                lines.append(f'| {title} | {ours:.3f} | {theirs:.3f} | {best} |')
                print(lines[-1], flush=True)
            sheet.write(os.path.join(wanted.out, f'{name}.png'))
    finally:
        shutil.rmtree(folder)
    with open(os.path.join(wanted.out, 'table.md'), 'w') as file:
        file.write('\n'.join(lines) + '\n')


if __name__ == '__main__':
    main()
