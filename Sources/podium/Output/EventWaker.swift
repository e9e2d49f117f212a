import Glibc

/// Lets one thread sleep until another has news: an `eventfd`, so that any number of wakes before
/// the sleeper looks are one, and none is lost.
final class EventWaker: Sendable {
    private let descriptor: Int32

    init() throws {
        descriptor = eventfd(0, Int32(EFD_CLOEXEC.rawValue) | Int32(EFD_NONBLOCK.rawValue))
        guard descriptor >= 0 else {
            throw Failure("the system has no file descriptors left (eventfd: errno \(errno)).")
        }
    }

    deinit {
        close(descriptor)
    }

    /// Callable from any thread.
    func wake() {
        eventfd_write(descriptor, 1)
    }

    /// Sleeps until a wake.
    func wait() {
        var entry = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        while poll(&entry, 1, -1) < 0 && errno == EINTR {}
        var count: eventfd_t = 0
        eventfd_read(descriptor, &count)
    }
}
