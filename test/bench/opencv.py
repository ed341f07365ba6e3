"""OpenCV as the peer: reads one JSON job a line, does it, answers with the seconds it took. Run by run.ts."""
import json, sys, time
import cv2
import numpy as np

def grabcut(image, job):
    h, w = image.shape[:2]
    mask = np.full((h, w), cv2.GC_PR_BGD, np.uint8)
    x, y = int(job['x'] * w), int(job['y'] * h)
    cv2.circle(mask, (x, y), max(h, w) // 4, cv2.GC_PR_FGD, -1)
    cv2.circle(mask, (x, y), max(h, w) // 40, cv2.GC_FGD, -1)
    cv2.grabCut(image, mask, None, np.zeros((1, 65)), np.zeros((1, 65)), 5, cv2.GC_INIT_WITH_MASK)

def inpaint(image, job):
    h, w = image.shape[:2]
    mask = np.zeros((h, w), np.uint8)
    cv2.circle(mask, (int(job['x'] * w), int(job['y'] * h)), int(job['radius'] * max(w, h)), 255, -1)
    cv2.imwrite(job['out'], cv2.inpaint(image, mask, 5, cv2.INPAINT_TELEA))

jobs = {'segment': grabcut, 'remove': inpaint}
for line in sys.stdin:
    job = json.loads(line)
    started = time.perf_counter()
    jobs[job['what']](cv2.imread(job['image']), job)
    print(json.dumps({'seconds': time.perf_counter() - started}), flush=True)
