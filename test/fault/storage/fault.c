/*
 * Makes the disk fail on demand. Loaded with LD_PRELOAD; counts the calls that change the disk and belong to files
 * whose path contains $FAULT_PATH, and does at the chosen one what it was told to.
 *
 * The program arms it with unlink("/fault/<what>/<n>"):
 *   once   the nth call fails with EIO, later ones work
 *   on     the nth call and all later ones fail with EIO
 *   full   the same with ENOSPC
 *   kill   the process ends (SIGKILL) in the nth call; a write is cut in half first
 *   off    nothing fails any more; the call answers ENOTEMPTY if the nth call was reached, else ENOENT
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/types.h>
#include <sys/uio.h>
#include <unistd.h>

static char what[8] = "off";
static long at, count;

static int concerns_path(const char *path) {
  const char *part = getenv("FAULT_PATH");
  return part && path && strstr(path, part) != NULL;
}

/* Appends "<call> <path>" to the file $FAULT_LOG: in which order things reach the disk. */
static void record(const char *call, const char *path) {
  const char *log = getenv("FAULT_LOG");
  FILE *file = log ? fopen(log, "a") : NULL;
  if (!file) return;
  fprintf(file, "%s %s\n", call, path);
  fclose(file);
}

static int concerns(const char *call, int fd) {
  char link[64], path[4096];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length < 0) return 0;
  path[length] = 0;
  if (!concerns_path(path)) return 0;
  record(call, path);
  return 1;
}

/* 0: go on; an errno: fail with it; -1: cut this write in half and die. */
static int verdict(void) {
  if (!strcmp(what, "off")) return 0;
  long n = __atomic_add_fetch(&count, 1, __ATOMIC_SEQ_CST);
  if (!strcmp(what, "kill")) return n == at ? -1 : 0;
  if (!strcmp(what, "once")) return n == at ? EIO : 0;
  return n < at ? 0 : !strcmp(what, "full") ? ENOSPC : EIO;
}

#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

/* A write of `half` bytes stands for what the disk got to see of it. */
#define GUARD(fd, half) \
  if (concerns(__func__, fd)) { \
    int v = verdict(); \
    if (v > 0) { errno = v; return -1; } \
    if (v < 0) { half; kill(getpid(), SIGKILL); pause(); } \
  }

ssize_t write(int fd, const void *data, size_t size) {
  GUARD(fd, (void)!REAL(write)(fd, data, size / 2))
  return REAL(write)(fd, data, size);
}
ssize_t pwrite(int fd, const void *data, size_t size, off_t offset) {
  GUARD(fd, (void)!REAL(pwrite)(fd, data, size / 2, offset))
  return REAL(pwrite)(fd, data, size, offset);
}
ssize_t pwrite64(int fd, const void *data, size_t size, off64_t offset) {
  GUARD(fd, (void)!REAL(pwrite64)(fd, data, size / 2, offset))
  return REAL(pwrite64)(fd, data, size, offset);
}
ssize_t writev(int fd, const struct iovec *parts, int n) {
  GUARD(fd, )
  return REAL(writev)(fd, parts, n);
}
int fsync(int fd) {
  GUARD(fd, )
  return REAL(fsync)(fd);
}
int fdatasync(int fd) {
  GUARD(fd, )
  return REAL(fdatasync)(fd);
}
int ftruncate(int fd, off_t size) {
  GUARD(fd, )
  return REAL(ftruncate)(fd, size);
}
int ftruncate64(int fd, off64_t size) {
  GUARD(fd, )
  return REAL(ftruncate64)(fd, size);
}
int rename(const char *from, const char *to) {
  if (concerns_path(from)) {
    record(__func__, to);
    int v = verdict();
    if (v > 0) { errno = v; return -1; }
    if (v < 0) { kill(getpid(), SIGKILL); pause(); }
  }
  return REAL(rename)(from, to);
}
int unlink(const char *path) {
  if (strncmp(path, "/fault/", 7)) return REAL(unlink)(path);
  long calls = count, reached = at;
  sscanf(path + 7, "%7[a-z]/%ld", what, &at);
  count = 0;
  errno = !strcmp(what, "off") && calls >= reached ? ENOTEMPTY : ENOENT;
  return -1;
}
