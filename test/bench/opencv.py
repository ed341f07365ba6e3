"""OpenCV as the peer: reads one JSON job a line, does it, answers with the seconds and the memory it took.
Run by peer.ts. Every job reads the picture and writes a PNG as ours do, with the same effort."""
import json, sys, time
import cv2
import numpy as np


def resident(what):
    """MiB: 'VmRSS' now, 'VmHWM' at the most since it was last asked to forget; 0 where the system doesn't say."""
    try:
        with open('/proc/self/status') as lines:
            return next(int(line.split()[1]) / 1024 for line in lines if line.startswith(what))
    except OSError:
        return 0


def forget_peak():
    try:
        with open('/proc/self/clear_refs', 'w') as file:
            file.write('5')
    except OSError:
        pass


def disc(radius):
    kernel = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * radius + 1, 2 * radius + 1)).astype(np.float32)
    return kernel / kernel.sum()


def scale_of(image):
    return max(1, max(image.shape[:2]) // 1000)


def grabcut(image, job):
    h, w = image.shape[:2]
    mask = np.full((h, w), cv2.GC_PR_BGD, np.uint8)
    x, y = int(job['x'] * w), int(job['y'] * h)
    cv2.circle(mask, (x, y), max(h, w) // 4, cv2.GC_PR_FGD, -1)
    cv2.circle(mask, (x, y), max(h, w) // 40, cv2.GC_FGD, -1)
    cv2.grabCut(image, mask, None, np.zeros((1, 65)), np.zeros((1, 65)), 5, cv2.GC_INIT_WITH_MASK)
    return mask


def masked(image, result, mask):
    return np.where(mask[..., None] > 0, result, image)


def box(mask):
    return cv2.boundingRect(mask)


def pixelate(image, mask):
    x, y, w, h = box(mask)
    cut = image[y:y + h, x:x + w]
    small = cv2.resize(cut, (16, max(1, 16 * h // w)), interpolation=cv2.INTER_AREA)
    out = image.copy()
    out[y:y + h, x:x + w] = masked(cut, cv2.resize(small, (w, h), interpolation=cv2.INTER_NEAREST), mask[y:y + h, x:x + w])
    return out


def equalise(image):
    lab = cv2.cvtColor(image, cv2.COLOR_BGR2LAB)
    lab[..., 0] = cv2.createCLAHE(2.0, (8, 8)).apply(lab[..., 0])
    return cv2.cvtColor(lab, cv2.COLOR_LAB2BGR)


def saturate(image):
    hsv = cv2.cvtColor(image, cv2.COLOR_BGR2HSV)
    hsv[..., 1] = cv2.multiply(hsv[..., 1], 1.3)
    return cv2.cvtColor(hsv, cv2.COLOR_HSV2BGR)


def recolour(image, mask):
    hsv = cv2.cvtColor(image, cv2.COLOR_BGR2HSV)
    hsv[..., 0][mask > 0] = 108
    return cv2.cvtColor(hsv, cv2.COLOR_HSV2BGR)


def vignette(image):
    h, w = image.shape[:2]
    y = cv2.getGaussianKernel(h, h / 2, cv2.CV_32F)
    x = cv2.getGaussianKernel(w, w / 2, cv2.CV_32F)
    plane = y @ x.T
    return (image * (plane / plane.max())[..., None]).astype(np.uint8)


def tone_map(image):
    mapped = cv2.createTonemapReinhard(1.0).process(image.astype(np.float32) / 255)
    return np.clip(mapped * 255, 0, 255).astype(np.uint8)


def warp(image):
    h, w = image.shape[:2]
    corners = np.float32([[0.1 * w, 0], [0.9 * w, 0], [w, h], [0, h]])
    target = np.float32([[0, 0], [w, 0], [w, h], [0, h]])
    return cv2.warpPerspective(image, cv2.getPerspectiveTransform(corners, target), (w, h), flags=cv2.INTER_CUBIC)


def tilt(image):
    h, w = image.shape[:2]
    turn = cv2.getRotationMatrix2D((w / 2, h / 2), 3, 1.1)
    return cv2.warpAffine(image, turn, (w, h), flags=cv2.INTER_CUBIC)


def clone(image, mask):
    x, y, w, h = box(mask)
    at = (min(image.shape[1] - w // 2 - 1, x + w // 2 + int(0.2 * image.shape[1])), y + h // 2)
    return cv2.seamlessClone(image[y:y + h, x:x + w], image, mask[y:y + h, x:x + w], at, cv2.NORMAL_CLONE)


def disc_blur(image, mask):
    return masked(cv2.filter2D(image, -1, disc(10 * scale_of(image))), image, mask)


curve = np.clip(np.linspace(0, 1, 256) ** 0.8 * 255, 0, 255).astype(np.uint8)
jobs = {
    'inpaint': lambda i, m: cv2.inpaint(i, m, 5, cv2.INPAINT_TELEA),
    'disc-blur': disc_blur,
    'lay-on-colour': lambda i, m: masked(np.full_like(i, (160, 80, 48)), i, m),
    'gaussian': lambda i, m: cv2.GaussianBlur(i, (0, 0), 8 * scale_of(i)),
    'pixelate': pixelate,
    'table': lambda i, m: cv2.LUT(i, curve),
    'tone-map': lambda i, m: tone_map(i),
    'saturate': lambda i, m: saturate(i),
    'equalise': lambda i, m: equalise(i),
    'clarity': lambda i, m: cv2.addWeighted(i, 1.5, cv2.GaussianBlur(i, (0, 0), 20 * scale_of(i)), -0.5, 0),
    'vignette': lambda i, m: vignette(i),
    'grey': lambda i, m: cv2.cvtColor(cv2.cvtColor(i, cv2.COLOR_BGR2GRAY), cv2.COLOR_GRAY2BGR),
    'recolour': recolour,
    'unsharp': lambda i, m: cv2.addWeighted(i, 1.5, cv2.GaussianBlur(i, (0, 0), 1.5), -0.5, 0),
    'means': lambda i, m: cv2.fastNlMeansDenoisingColored(i, None, 5, 5, 7, 21),
    'pencil': lambda i, m: cv2.pencilSketch(i)[1],
    'stylise': lambda i, m: cv2.stylization(i),
    'edge-preserving': lambda i, m: cv2.edgePreservingFilter(i),
    'detail': lambda i, m: cv2.detailEnhance(i),
    'crop': lambda i, m: i[box(m)[1]:box(m)[1] + box(m)[3], box(m)[0]:box(m)[0] + box(m)[2]],
    'turn': lambda i, m: cv2.rotate(i, cv2.ROTATE_90_CLOCKWISE),
    'flip': lambda i, m: cv2.flip(i, 1),
    'half': lambda i, m: cv2.resize(i, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA),
    'double': lambda i, m: cv2.resize(i, None, fx=2, fy=2, interpolation=cv2.INTER_LANCZOS4),
    'tilt': lambda i, m: tilt(i),
    'warp': lambda i, m: warp(i),
    'clone': clone,
}

for line in sys.stdin:
    job = json.loads(line)
    forget_peak()
    idle = resident('VmRSS')
    started = time.perf_counter()
    image = cv2.imread(job['image'])
    if job['what'] == 'segment':
        grabcut(image, job)
    else:
        result = jobs[job['what']](image, cv2.imread(job['mask'], cv2.IMREAD_GRAYSCALE))
        cv2.imwrite(job['out'], result, [cv2.IMWRITE_PNG_COMPRESSION, 2])
        del result
    seconds = time.perf_counter() - started
    del image
    print(json.dumps({'seconds': seconds, 'mebibytes': max(0, resident('VmHWM') - idle)}), flush=True)
