"""What a person would do, on the command line, and with OpenCV."""
import json
import os
import subprocess
import cv2
import numpy as np

root = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


class Studio:
    """Runs edits on pictures (BGR arrays), through files in a folder."""

    def __init__(self, folder):
        self.folder = folder
        self.count = 0

    def _path(self, kind):
        return os.path.join(self.folder, f'{self.count:03d}-{kind}.png')

    def _call(self, *args):
        done = subprocess.run(['npx', '--no-install', 'vitrail', *args], cwd=root, capture_output=True, text=True)
        if done.returncode != 0:
            raise RuntimeError(f'{" ".join(args)}\n{done.stdout}{done.stderr}')

    def run(self, picture, words, mask=None):
        self.count += 1
        photo, out = self._path('in'), self._path('out')
        cv2.imwrite(photo, picture)
        region = []
        if mask is not None:
            region = ['--mask', self._path('mask')]
            cv2.imwrite(region[1], mask)
        self._call('run', photo, words, *region, '--out', out)
        return cv2.imread(out, cv2.IMREAD_UNCHANGED)[..., :3]

    def matte(self, picture, box):
        """The alpha (0..1) of what is in a box (x1, y1, x2, y2 in pixels)."""
        self.count += 1
        photo, out = self._path('in'), self._path('out')
        cv2.imwrite(photo, picture)
        h, w = picture.shape[:2]
        shares = (box[0] / w, box[1] / h, box[2] / w, box[3] / h)
        self._call('segment', photo, '--box', ','.join(f'{v:.5f}' for v in shares), '--out', out)
        return cv2.imread(out, cv2.IMREAD_GRAYSCALE).astype(np.float32) / 255


class Segmenter:
    """Clicks and boxes on photographs, one after the other: a process that keeps them prepared. To be used in `with`."""

    def __init__(self, folder):
        self.folder = folder
        self.photo = None
        self.count = 0

    def __enter__(self):
        words = ['npx', '--no-install', 'node', os.path.join('test', 'quality', 'segmenter.ts')]
        self.process = subprocess.Popen(
            words, cwd=root, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True)
        return self

    def __exit__(self, *_):
        self.process.stdin.close()
        self.process.wait()

    def __call__(self, photo, clicks, box, before):
        """`clicks`: (x, y, sign) in pixels, in their order; the mask so far isn't needed."""
        h, w = photo.shape[:2]
        if self.photo is not photo:
            self.photo = photo
            self.count += 1
            cv2.imwrite(self._path('photo'), photo)
        parts = [{'kind': 'point', 'x': (x + .5) / w, 'y': (y + .5) / h, 'sign': sign} for x, y, sign in clicks]
        if box:
            x1, y1, x2, y2 = box
            parts.insert(0, {'kind': 'box', 'x1': x1 / w, 'y1': y1 / h, 'x2': x2 / w, 'y2': y2 / h})
        request = {'photo': self._path('photo'), 'parts': parts, 'out': self._path('mask')}
        print(json.dumps(request), file=self.process.stdin, flush=True)
        if not self.process.stdout.readline():
            raise RuntimeError('the segmenter has ended')
        return cv2.imread(request['out'], cv2.IMREAD_GRAYSCALE) > 127

    def _path(self, kind):
        return os.path.join(self.folder, f'{self.count:03d}-{kind}.png')


def grabcut(picture, box):
    mask = np.zeros(picture.shape[:2], np.uint8)
    rectangle = (box[0], box[1], box[2] - box[0], box[3] - box[1])
    cv2.grabCut(picture, mask, rectangle, np.zeros((1, 65)), np.zeros((1, 65)), 5, cv2.GC_INIT_WITH_RECT)
    return np.isin(mask, (cv2.GC_FGD, cv2.GC_PR_FGD)).astype(np.float32)


def telea(picture, mask):
    return cv2.inpaint(picture, mask, 5, cv2.INPAINT_TELEA)


def clone(picture, onto, mask, shift):
    """Poisson cloning of what is masked, moved to the right by `shift` pixels."""
    x, y, w, h = cv2.boundingRect(mask)
    cut = np.s_[y - 2:y + h + 2, x - 2:x + w + 2]
    return cv2.seamlessClone(picture[cut], onto, mask[cut], (x + w // 2 + shift, y + h // 2), cv2.NORMAL_CLONE)


def blurred(picture, mask):
    soft = cv2.GaussianBlur(picture, (0, 0), max(picture.shape[:2]) / 80)
    return np.where(mask[..., None] > 127, picture, soft)
