"""Things with a known alpha, drawn: hair, feathers, glass-like discs and hard shapes, to be laid over photographs."""
import cv2
import numpy as np

FINE = 4  # drawn at this many times the size, so that strands thinner than a pixel have their true coverage


def _strand(canvas, start, angle, length, curl, width):
    points, at = [], np.array(start, float)
    for _ in range(24):
        points.append(at.copy())
        at = at + length / 24 * np.array([np.cos(angle), np.sin(angle)])
        angle += curl / 24
    for k in range(len(points) - 1):
        thin = max(1, round(width * (1 - k / len(points))))
        a, b = (tuple(int(v) for v in p) for p in points[k:k + 2])
        cv2.line(canvas, a, b, 255, thin)


def hair(size, rng):
    """A head of loose hair."""
    n = size * FINE
    canvas = np.zeros((n, n), np.uint8)
    cv2.ellipse(canvas, (n // 2, n // 2), (int(n * .27), int(n * .3)), 0, 0, 360, 255, -1)
    for _ in range(420):
        t = rng.uniform(0, 2 * np.pi)
        start = (n / 2 + n * .25 * np.cos(t), n / 2 + n * .28 * np.sin(t))
        _strand(canvas, start, t + rng.normal(0, .5), n * rng.uniform(.05, .2), rng.normal(0, 1.2), rng.uniform(2, 6))
    return _small(canvas, size)


def feather(size, rng):
    """A quill with barbs that part here and there."""
    n = size * FINE
    canvas = np.zeros((n, n), np.uint8)
    for k in range(260):
        along = k / 260
        middle = np.array([n * (.15 + .7 * along), n * (.75 - .5 * along)])
        for side in (-1, 1):
            if rng.random() < .06:
                continue
            angle = -.62 + side * rng.normal(.75, .05)
            _strand(canvas, middle, angle, n * .2 * np.sin(np.pi * (.1 + .85 * along)), side * .4, rng.uniform(3, 7))
    cv2.line(canvas, (int(n * .1), int(n * .79)), (int(n * .86), int(n * .24)), 255, 3 * FINE)
    return _small(canvas, size)


def glass(size, rng):
    """A disc, dense in the middle, that fades to nothing over a broad edge."""
    y, x = np.mgrid[:size, :size] / size - .5
    wave = 1 + .06 * np.sin(3 * np.arctan2(y, x) + rng.uniform(0, 6))
    return np.clip((.42 - np.hypot(x, y) * wave) / .14, 0, 1).astype(np.float32)


def _hard(size, rng, *outlines):
    """Outlines in percent, filled one after the other, turned a little, as sharp as a camera is."""
    n = size * FINE
    canvas = np.zeros((n, n), np.uint8)
    turn = cv2.getRotationMatrix2D((50, 50), rng.uniform(-20, 20), 1)
    for outline in outlines:
        points = cv2.transform(np.array(outline, np.float32)[None], turn)[0] * n / 100
        cv2.fillPoly(canvas, [np.round(points * 16).astype(np.int32)], 255, shift=4)
    return cv2.GaussianBlur(_small(canvas, size), (0, 0), .6)


def mast(size, rng):
    """A slim pole with yards and a foot."""
    pole = [(48.6, 4), (51.4, 4), (52.5, 80), (60, 96), (40, 96), (47.5, 80)]
    yards = [(30, 18), (70, 20), (70, 21.6), (30, 19.6)], [(36, 40), (66, 38), (66, 40), (36, 42)]
    return _hard(size, rng, pole, *yards)


def rocket(size, rng):
    """A body with fins."""
    right = [(50, 4), (56, 16), (58, 30), (58, 78), (68, 92), (57, 88), (56, 96)]
    return _hard(size, rng, right + [(100 - x, y) for x, y in reversed(right)])


def cup(size, rng):
    """A round body with a handle one sees through."""
    t = np.linspace(0, 2 * np.pi, 200)
    body = np.stack([44 + 30 * np.cos(t), 50 + 36 * np.sin(t)], 1)
    ring = [np.stack([74 + (15 + w) * np.cos(t), 50 + (17 + w) * np.sin(t)], 1) for w in (2.5, -2.5)]
    return _hard(size, rng, body, np.concatenate([ring[0], ring[1][::-1]]))


def _small(canvas, size):
    return cv2.resize(canvas, (size, size), interpolation=cv2.INTER_AREA).astype(np.float32) / 255


def lay(photo, alpha, colour, rng):
    """The thing in a colour of its own, shaded, in the middle of a photo: picture and alpha, as large as the photo."""
    photo = photo.astype(np.float32)
    h, w = photo.shape[:2]
    n = alpha.shape[0]
    whole = np.zeros((h, w), np.float32)
    y, x = (h - n) // 2, (w - n) // 2
    whole[y:y + n, x:x + n] = alpha
    shade = cv2.GaussianBlur(rng.normal(0, 1, (h, w)).astype(np.float32), (0, 0), 3)
    front = np.array(colour, np.float32) * (1 + .12 * shade / shade.std())[..., None]
    mixed = front * whole[..., None] + photo * (1 - whole[..., None])
    return np.clip(mixed + .5, 0, 255).astype(np.uint8), whole
