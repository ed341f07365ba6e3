"""Figures, all better the nearer to what is said."""
import cv2
import numpy as np


def alpha_error(found, truth):
    """Mean |difference| of alpha where the truth is soft, 3 px around included. 0 is best."""
    soft = ((truth > .02) & (truth < .98)).astype(np.uint8)
    band = cv2.dilate(soft, np.ones((7, 7), np.uint8)) > 0
    return float(np.abs(found - truth)[band].mean())


def rim_errors(found, truth, reach=8, around=20):
    """
    How far a hard rim is from the true one, in pixels, by what alpha adds up to across it; and how far it strays from
    how far it is around: notches and bulges. Means along the rim; beyond 4 and 2 px a place counts as that. 0 is best.
    """
    gradient = cv2.GaussianBlur(truth, (0, 0), 1)
    slopes = [cv2.Sobel(gradient, cv2.CV_32F, *axes) for axes in ((1, 0), (0, 1))]
    fine = 4
    large = cv2.resize(truth, None, fx=fine, fy=fine, interpolation=cv2.INTER_CUBIC)
    outlines, _ = cv2.findContours((large > .5).astype(np.uint8), cv2.RETR_CCOMP, cv2.CHAIN_APPROX_NONE)
    steps = np.arange(-reach, reach + .01, .25, dtype=np.float32)
    middle = len(steps) // 2
    far, strays = [], []
    for outline in outlines:
        points = ((outline[::fine, 0] + .5) / fine - .5).astype(np.float32)
        if len(points) <= 2 * around:
            continue
        normal = np.stack([cv2.remap(s, points[:, :1], points[:, 1:], cv2.INTER_LINEAR)[:, 0] for s in slopes], 1)
        normal /= np.linalg.norm(normal, axis=1, keepdims=True) + 1e-9
        x, y = (points[:, i, None] + normal[:, i, None] * steps for i in (0, 1))
        there, is_there = (cv2.remap(a, x, y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE) for a in (truth, found))
        # no farther than the truth has no other rim
        inwards, outwards = there[:, middle:], there[:, middle::-1]
        own = np.ones_like(there)
        own[:, middle:] = np.minimum.accumulate(inwards > np.maximum.accumulate(inwards, 1) - .05, 1)
        own[:, middle::-1] = np.minimum.accumulate(outwards < np.minimum.accumulate(outwards, 1) + .05, 1)
        off = ((is_there - there) * own).sum(1) * .25
        windows = np.lib.stride_tricks.sliding_window_view(np.pad(off, around, 'wrap'), 2 * around + 1)
        far.append(np.minimum(np.abs(off), 4))
        strays.append(np.minimum(np.abs(off - np.median(windows, 1)), 2))
    return float(np.concatenate(far).mean()), float(np.concatenate(strays).mean())


def seam_contrast(picture, mask):
    """
    Steps in luma across the mask's outline over steps in the same direction 6 px inside and outside of it.
    1: the outline can't be told from anything beside it; above: a line is seen; below: it is smeared.
    """
    grey = cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY).astype(np.float32)
    inside = cv2.distanceTransform((mask > 0).astype(np.uint8), cv2.DIST_L2, 5)
    outside = cv2.distanceTransform((mask == 0).astype(np.uint8), cv2.DIST_L2, 5)
    distance = cv2.GaussianBlur(inside - outside, (0, 0), 2)
    nx, ny = cv2.Sobel(distance, cv2.CV_32F, 1, 0), cv2.Sobel(distance, cv2.CV_32F, 0, 1)
    length = np.hypot(nx, ny) + 1e-6
    gx, gy = cv2.Sobel(grey, cv2.CV_32F, 1, 0), cv2.Sobel(grey, cv2.CV_32F, 0, 1)
    step = np.abs(gx * nx + gy * ny) / length
    on = np.abs(distance) < 1.5
    beside = (np.abs(distance) > 5) & (np.abs(distance) < 9)
    return float((step[on].mean() + 1) / (step[beside].mean() + 1))


def tensors(picture, blur=3):
    """Structure tensors of luma (as three planes), each as strong as its gradient, so that no edge decides alone."""
    grey = cv2.cvtColor(picture, cv2.COLOR_BGR2GRAY).astype(np.float32)
    gx, gy = cv2.Sobel(grey, cv2.CV_32F, 1, 0), cv2.Sobel(grey, cv2.CV_32F, 0, 1)
    strength = np.hypot(gx, gy) + 1e-3
    planes = (gx * gx / strength, gx * gy / strength * 2 ** .5, gy * gy / strength)
    return np.stack([cv2.GaussianBlur(plane, (0, 0), blur) for plane in planes], -1)


def structure_error(before, after, where):
    """How far edges are from where, and as, they were: 0 is the same structure tensors, 1 has nothing to do with them."""
    a, b = tensors(before)[where], tensors(after)[where]
    return float(1 - 2 * (a * b).sum() / ((a * a).sum() + (b * b).sum()))


def shift_of_colour(before, after, where):
    """ΔE (CIE 1976) between the mean colours of two pictures of the same thing. 0 is best."""
    def mean(picture):
        return cv2.cvtColor(picture.astype(np.float32) / 255, cv2.COLOR_BGR2LAB)[where].mean(0)
    return float(np.linalg.norm(mean(before) - mean(after)))


def largest_change(before, after, where):
    """The largest difference of any channel there. 0 is best."""
    return int(np.abs(before.astype(int) - after.astype(int))[where].max()) if where.any() else 0


def leak(result, clean, subject_colour, where):
    """
    How much of the subject's colour lies in what should be background alone: the share of the way from the same blur
    without the subject towards the subject's colour. 0 is best.
    """
    towards = np.array(subject_colour, np.float32) - clean[where]
    gone = result[where].astype(np.float32) - clean[where]
    return float(np.abs((gone * towards).sum(1) / ((towards ** 2).sum(1) + 100)).mean())
