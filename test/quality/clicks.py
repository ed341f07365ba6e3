"""
How fast somebody who clicks gets to a good mask, beside GrabCut and the random walker. By hand:

    python test/quality/clicks.py [--photos FOLDER] [--every 1] [--kinds clicks,box]

The first click lies in the middle of what is meant, each next one in the middle of the largest thing that is wrong,
plus or minus (Sofiiuk et al., "Reviving iterative training with mask guidance for interactive segmentation", ICIP
2022). NoC@85 and NoC@90 are the clicks that it takes until intersection over union reaches so much, at most ten. A box
is drawn two pixels around the thing; up to two clicks correct it. Without a folder the photographs are those of
`subjects.py`; in a folder NAME_gt.png is the mask of NAME.png or NAME.jpg.

Needs numpy, opencv-python-headless and scikit-image, for the photographs scikit-learn and matplotlib as well.
"""
import argparse
import glob
import os
import shutil
import tempfile
import cv2
import numpy as np
import studio

here = os.path.dirname(os.path.abspath(__file__))
MOST = 10
BOX_CLICKS = 2


def middle(wrong, taken):
    """The deepest place of a mask and how deep it is; the picture's edge is an edge."""
    depth = cv2.distanceTransform(np.pad(wrong.astype(np.uint8), 1), cv2.DIST_L2, 0)[1:-1, 1:-1]
    for x, y, _ in taken:
        depth[y, x] = 0
    y, x = np.unravel_index(depth.argmax(), depth.shape)
    return int(x), int(y), depth[y, x]


def next_click(truth, mask, clicks):
    x, y, missed = middle(truth & ~mask, clicks)
    u, v, too_much = middle(mask & ~truth, clicks)
    return (x, y, '+') if missed > too_much else (u, v, '-')


def iou(a, b):
    return (a & b).sum() / max(1, (a | b).sum())


def box_around(truth):
    x, y, w, h = cv2.boundingRect(truth.astype(np.uint8))
    rows, columns = truth.shape
    return max(0, x - 2), max(0, y - 2), min(columns, x + w + 2), min(rows, y + h + 2)


def clicked(segment, photo, truth, box=None):
    """Intersection over union after each click, and with a box also before the first."""
    clicks, found = [], []
    mask = np.zeros(truth.shape, bool)
    if box:
        mask = segment(photo, clicks, box, mask)
        found.append(iou(mask, truth))
    for _ in range(BOX_CLICKS if box else MOST):
        clicks.append(next_click(truth, mask, clicks))
        mask = segment(photo, clicks, box, mask)
        found.append(iou(mask, truth))
        if not box and len(found) >= 5 and found[-1] >= .9:
            break
    return found, mask, clicks


def grabcut(photo, clicks, box, before):
    """
    OpenCV's: what clicks and box say is fixed, what lies around a click likely. From the start each time: from what it
    found so far it hardly moves.
    """
    h, w = before.shape
    state = np.full((h, w), cv2.GC_BGD if box else cv2.GC_PR_BGD, np.uint8)
    if box:
        x1, y1, x2, y2 = box
        state[y1:y2, x1:x2] = cv2.GC_PR_FGD
    for n, (x, y, sign) in enumerate(clicks):
        radius = min(h, w) // (10 if n or box else 4)
        near = cv2.circle(np.zeros((h, w), np.uint8), (x, y), radius, 1, -1) > 0
        state[near & (state != cv2.GC_BGD)] = cv2.GC_PR_FGD if sign == '+' else cv2.GC_PR_BGD
    for x, y, sign in clicks:
        cv2.circle(state, (x, y), 4, int(cv2.GC_FGD if sign == '+' else cv2.GC_BGD), -1)
    cv2.setRNGSeed(0)
    try:
        cv2.grabCut(photo, state, None, np.zeros((1, 65)), np.zeros((1, 65)), 3, cv2.GC_INIT_WITH_MASK)
    except cv2.error:
        pass  # nothing left to learn one side's colours from: it stays as it is
    return np.isin(state, (cv2.GC_FGD, cv2.GC_PR_FGD))


def random_walker(photo, clicks, box, before):
    """scikit-image's, at 60 000 pixels: the picture's rim, or what a box leaves out, is background."""
    from skimage.segmentation import random_walker as walk
    h, w = before.shape
    scale = min(1, (60_000 / (h * w)) ** .5)
    small = cv2.resize(photo, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    seeds = np.zeros(small.shape[:2], np.int32)
    seeds[[0, -1]] = seeds[:, [0, -1]] = 2
    if box:
        x1, y1, x2, y2 = (np.array(box) * scale).astype(int)
        seeds[:] = 2
        seeds[y1:y2, x1:x2] = 0
        if not any(sign == '+' for *_, sign in clicks):
            cv2.circle(seeds, (int((x1 + x2) // 2), int((y1 + y2) // 2)), 3, 1, -1)
    for x, y, sign in clicks:
        cv2.circle(seeds, (int(x * scale), int(y * scale)), 3, 1 if sign == '+' else 2, -1)
    lab = cv2.cvtColor(small, cv2.COLOR_BGR2LAB).astype(float) / 255
    found = walk(lab, seeds, beta=300, tol=1e-4, mode='cg_j', channel_axis=-1) == 1
    return cv2.resize(found.astype(np.uint8), (w, h), interpolation=cv2.INTER_NEAREST) > 0


def subjects():
    import json
    import subjects as ours
    with open(os.path.join(here, 'subjects.json')) as file:
        outlines = json.load(file)
    for name, load in ours.photos.items():
        photo = np.ascontiguousarray(load()[..., ::-1])
        yield name, photo, ours.drawn(outlines[name], photo.shape)


def folder(path):
    for mask in sorted(glob.glob(os.path.join(path, '*_gt.png'))):
        name = mask[: -len('_gt.png')]
        photo = next(p for p in (name + '.png', name + '.jpg') if os.path.exists(p))
        yield os.path.basename(name), cv2.imread(photo), cv2.imread(mask, cv2.IMREAD_GRAYSCALE) > 127


def fewer(photo, truth, side=640):
    """At most so many pixels a side: the truths are no finer."""
    scale = min(1, side / max(photo.shape[:2]))
    photo = cv2.resize(photo, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    truth = cv2.resize(truth.astype(np.uint8), photo.shape[1::-1], interpolation=cv2.INTER_NEAREST)
    return photo, truth > 0


def figures(found):
    """Rows of (title, figure, the best) of what `clicked` found on each photograph."""
    clicks = found['clicks']
    until = lambda share: np.mean([next((k + 1 for k, v in enumerate(f) if v >= share), MOST) for f in clicks])
    after = lambda k: np.mean([f[min(k, len(f)) - 1] for f in clicks])
    rows = []
    if clicks:
        rows += [(f'clicks until IoU .{share}', until(share / 100), 1) for share in (85, 90)]
        rows += [(f'IoU after {k} click{"s"[:k > 1]}', after(k), 1) for k in (1, 2, 3, 5)]
    if found['box']:
        box = np.mean(found['box'], 0)
        rows += [(f'IoU of a box and {k} click{"s"[:k != 1]}', box[k], 1) for k in range(BOX_CLICKS + 1)]
    return rows


def measure(photos, methods, kinds=('clicks', 'box'), sheet=None):
    """Of each method its `figures`."""
    found = {name: {'clicks': [], 'box': []} for name in methods}
    for title, photo, truth in photos:
        photo, truth = fewer(photo, truth)
        shown = [np.where(truth[..., None], photo, photo // 4)]
        for name, segment in methods.items():
            for kind in kinds:
                shares, mask, _ = clicked(segment, photo, truth, box_around(truth) if kind == 'box' else None)
                found[name][kind].append(shares)
                shown.append(np.where(mask[..., None], photo, photo // 4))
                print(f'{title:18} {name:14} {kind:6}', ' '.join(f'{share:.2f}' for share in shares), flush=True)
        if sheet:
            sheet.add(*shown, height=160)
    return {name: figures(shares) for name, shares in found.items()}


def part(_, __, sheet):
    """As a part of `run.py`: beside GrabCut."""
    with tempfile.TemporaryDirectory() as work, studio.Segmenter(work) as ours:
        found = measure(subjects(), {'Vitrail': ours, 'GrabCut': grabcut}, sheet=sheet)
    return [
        (f'{title} (GrabCut)', figure, other, best)
        for (title, figure, best), (_, other, _) in zip(found['Vitrail'], found['GrabCut'])
    ]


def main():
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument('--photos')
    parser.add_argument('--every', type=int, default=1)
    parser.add_argument('--kinds', default='clicks,box')
    wanted = parser.parse_args()
    photos = list(folder(wanted.photos) if wanted.photos else subjects())[:: wanted.every]
    work = tempfile.mkdtemp()
    try:
        with studio.Segmenter(work) as ours:
            methods = {'Vitrail': ours, 'GrabCut': grabcut, 'random walker': random_walker}
            found = measure(photos, methods, wanted.kinds.split(','))
    finally:
        shutil.rmtree(work)
    print(f'\n| {len(photos)} photographs | ' + ' | '.join(found) + ' |')
    for row in zip(*found.values()):
        print(f'| {row[0][0]} | ' + ' | '.join(f'{figure:.2f}' for _, figure, _ in row) + ' |')


if __name__ == '__main__':
    main()
