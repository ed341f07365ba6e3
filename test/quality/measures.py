"""Figures, all better the nearer to what is said."""
import cv2
import numpy as np


def alpha_error(found, truth):
    """Mean |difference| of alpha where the truth is soft, 3 px around included. 0 is best."""
    soft = ((truth > .02) & (truth < .98)).astype(np.uint8)
    band = cv2.dilate(soft, np.ones((7, 7), np.uint8)) > 0
    return float(np.abs(found - truth)[band].mean())


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
