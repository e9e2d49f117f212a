// Preloaded into the program on trial: lets one call of the C library fail, from outside.
//
// SOAK_CALL    the family: write, read, sync, open, truncate, rename, remove, lock, map, make
// SOAK_FILES   only files whose path holds these words; "stdout" is descriptor 1; empty is any
// SOAK_NUMBER  the call that fails, counted from 1 among those; 0 is none
// SOAK_LASTING 1: every later one fails as well
// SOAK_FAULT   an errno; "short": half of the bytes go through; "kill": SIGKILL at that moment
// SOAK_MARK    a file that is created when the fault has happened
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <signal.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <sys/uio.h>
#include <unistd.h>

enum { passes = 0, halves = -1 };

static atomic_long calls;

static const char *setting(const char *name) {
    const char *value = getenv(name);
    return value != NULL ? value : "";
}

static void mark(void) {
    // Not `open`, which is one of ours.
    long file = syscall(SYS_openat, AT_FDCWD, setting("SOAK_MARK"), O_CREAT | O_WRONLY, 0600);
    if (file >= 0) syscall(SYS_close, file);
}

// What happens to this call: it passes, half of it passes, or it fails with the errno returned.
static int fate(const char *family, const char *path) {
    if (strcmp(setting("SOAK_CALL"), family) != 0) return passes;
    const char *files = setting("SOAK_FILES");
    if (*files != '\0' && (path == NULL || strstr(path, files) == NULL)) return passes;
    long number = atol(setting("SOAK_NUMBER"));
    long call = atomic_fetch_add(&calls, 1) + 1;
    int lasts = *setting("SOAK_LASTING") == '1';
    if (number == 0 || call < number || (call > number && !lasts)) return passes;
    mark();
    const char *fault = setting("SOAK_FAULT");
    if (strcmp(fault, "kill") == 0) kill(getpid(), SIGKILL);
    return strcmp(fault, "short") == 0 ? halves : atoi(fault);
}

static int fate_of(const char *family, int descriptor) {
    if (descriptor == STDOUT_FILENO) return fate(family, "stdout");
    char link[64], path[PATH_MAX];
    snprintf(link, sizeof link, "/proc/self/fd/%d", descriptor);
    ssize_t length = readlink(link, path, sizeof path - 1);
    if (length < 0) return passes;
    path[length] = '\0';
    return fate(family, path);
}

// The next definition of a function, which is the C library's.
#define REAL(name) ((__typeof__(&name))dlsym(RTLD_NEXT, #name))

// Returns from the caller where the call is to fail.
#define FAIL(destiny, result)    \
    do {                         \
        int error_ = (destiny);  \
        if (error_ > passes) {   \
            errno = error_;      \
            return (result);     \
        }                        \
    } while (0)

static size_t part(int destiny, size_t count) {
    return destiny == halves && count > 1 ? count / 2 : count;
}

ssize_t write(int descriptor, const void *data, size_t count) {
    int destiny = fate_of("write", descriptor);
    FAIL(destiny, -1);
    return REAL(write)(descriptor, data, part(destiny, count));
}

ssize_t pwrite(int descriptor, const void *data, size_t count, off_t offset) {
    int destiny = fate_of("write", descriptor);
    FAIL(destiny, -1);
    return REAL(pwrite)(descriptor, data, part(destiny, count), offset);
}

ssize_t pwrite64(int descriptor, const void *data, size_t count, off64_t offset) {
    int destiny = fate_of("write", descriptor);
    FAIL(destiny, -1);
    return REAL(pwrite64)(descriptor, data, part(destiny, count), offset);
}

ssize_t read(int descriptor, void *data, size_t count) {
    int destiny = fate_of("read", descriptor);
    FAIL(destiny, -1);
    return REAL(read)(descriptor, data, part(destiny, count));
}

ssize_t pread(int descriptor, void *data, size_t count, off_t offset) {
    int destiny = fate_of("read", descriptor);
    FAIL(destiny, -1);
    return REAL(pread)(descriptor, data, part(destiny, count), offset);
}

ssize_t pread64(int descriptor, void *data, size_t count, off64_t offset) {
    int destiny = fate_of("read", descriptor);
    FAIL(destiny, -1);
    return REAL(pread64)(descriptor, data, part(destiny, count), offset);
}

ssize_t writev(int descriptor, const struct iovec *pieces, int count) {
    int destiny = fate_of("write", descriptor);
    FAIL(destiny, -1);
    return REAL(writev)(descriptor, pieces, (int)part(destiny, (size_t)count));
}

int fsync(int descriptor) {
    FAIL(fate_of("sync", descriptor), -1);
    return REAL(fsync)(descriptor);
}

int fdatasync(int descriptor) {
    FAIL(fate_of("sync", descriptor), -1);
    return REAL(fdatasync)(descriptor);
}

static mode_t mode_after(int flags, va_list rest) {
    return (flags & O_CREAT) != 0 || (flags & O_TMPFILE) == O_TMPFILE ? va_arg(rest, mode_t) : 0;
}

#define OPENING(name)                                \
    int name(const char *path, int flags, ...) {     \
        va_list rest;                                \
        va_start(rest, flags);                       \
        mode_t mode = mode_after(flags, rest);       \
        va_end(rest);                                \
        FAIL(fate("open", path), -1);                \
        return REAL(name)(path, flags, mode);        \
    }
OPENING(open)
OPENING(open64)

#define OPENING_AT(name)                                        \
    int name(int folder, const char *path, int flags, ...) {    \
        va_list rest;                                           \
        va_start(rest, flags);                                  \
        mode_t mode = mode_after(flags, rest);                  \
        va_end(rest);                                           \
        FAIL(fate("open", path), -1);                           \
        return REAL(name)(folder, path, flags, mode);           \
    }
OPENING_AT(openat)
OPENING_AT(openat64)

int ftruncate(int descriptor, off_t length) {
    FAIL(fate_of("truncate", descriptor), -1);
    return REAL(ftruncate)(descriptor, length);
}

int ftruncate64(int descriptor, off64_t length) {
    FAIL(fate_of("truncate", descriptor), -1);
    return REAL(ftruncate64)(descriptor, length);
}

int rename(const char *from, const char *to) {
    FAIL(fate("rename", to), -1);
    return REAL(rename)(from, to);
}

int unlink(const char *path) {
    FAIL(fate("remove", path), -1);
    return REAL(unlink)(path);
}

int mkdir(const char *path, mode_t mode) {
    FAIL(fate("make", path), -1);
    return REAL(mkdir)(path, mode);
}

int flock(int descriptor, int operation) {
    FAIL(fate_of("lock", descriptor), -1);
    return REAL(flock)(descriptor, operation);
}

static int is_lock(int command) {
    return command == F_SETLK || command == F_SETLKW || command == F_OFD_SETLK ||
           command == F_OFD_SETLKW;
}

#define CONTROL(name)                                             \
    int name(int descriptor, int command, ...) {                  \
        va_list rest;                                             \
        va_start(rest, command);                                  \
        void *argument = va_arg(rest, void *);                    \
        va_end(rest);                                             \
        if (is_lock(command)) FAIL(fate_of("lock", descriptor), -1); \
        return REAL(name)(descriptor, command, argument);         \
    }
CONTROL(fcntl)
CONTROL(fcntl64)

#define MAPPING(name, position)                                                          \
    void *name(void *place, size_t size, int may, int how, int descriptor, position at) { \
        if (descriptor >= 0) FAIL(fate_of("map", descriptor), MAP_FAILED);               \
        return REAL(name)(place, size, may, how, descriptor, at);                        \
    }
MAPPING(mmap, off_t)
MAPPING(mmap64, off64_t)
