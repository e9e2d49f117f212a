internal import CNcurses
public import CellUI
internal import Glibc

/// Waiting.
extension CursesTerminal {
    /// How long an escape may be the beginning of a sequence.
    private static let escapeDelay = Duration.milliseconds(25)
    /// Bytes of input taken at once at most, so that a flood does not keep the screen from being
    /// drawn.
    private static let inputAtMost = 1 << 20

    public func nextEvents(timeout: Duration?) throws -> [InputEvent] {
        guard !isClosed else { throw TerminalError(.closed) }
        let clock = ContinuousClock()
        let deadline = timeout.map { clock.now.advanced(by: $0) }
        while true {
            var remaining = deadline.map { max(.zero, clock.now.duration(to: $0)) }
            if decoder.isPartial {
                remaining = min(remaining ?? Self.escapeDelay, Self.escapeDelay)
            }
            let events = try waitOnce(for: remaining)
            noteAnswer(in: events)
            if !events.isEmpty { return events }
            if let deadline, clock.now >= deadline { return [] }
        }
    }

    private func noteAnswer(in events: [InputEvent]) {
        guard awaitsBackground else { return }
        for case .background in events { awaitsBackground = false }
    }

    private func waitOnce(for duration: Duration?) throws -> [InputEvent] {
        var descriptors = [signals.descriptor, waker.descriptor, input].map {
            pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
        }
        // A terminal that is gone would be ready for ever.
        if reachedEndOfInput { descriptors[2].fd = -1 }
        let count = poll(&descriptors, 3, Self.milliseconds(duration))
        if count < 0 {
            guard errno == EINTR else { throw TerminalError(.system(call: "poll", number: errno)) }
            return []
        }
        if count == 0 { return decoder.isPartial ? decoder.flush() : [] }
        var events: [InputEvent] = []
        if descriptors[0].revents != 0 { events += signals.drain().compactMap(event(for:)) }
        if descriptors[2].revents != 0 { events += readInput() }
        if descriptors[1].revents != 0 {
            waker.drain()
            events.append(.wake)
        }
        return events
    }

    private func readInput() -> [InputEvent] {
        var events: [InputEvent] = []
        var total = 0
        var bytes = [UInt8](repeating: 0, count: 1 << 16)
        while total < Self.inputAtMost {
            let count = read(input, &bytes, bytes.count)
            if count < 0, errno == EINTR || errno == EAGAIN { break }
            guard count > 0 else {
                reachedEndOfInput = true
                events.append(.endOfInput)
                break
            }
            events += decoder.feed(bytes[..<count])
            total += count
            // Less than asked for: that was all, and another read might wait.
            if count < bytes.count { break }
            var more = pollfd(fd: input, events: Int16(POLLIN), revents: 0)
            if poll(&more, 1, 0) <= 0 { break }
        }
        return events
    }

    private func event(for signal: Int32) -> InputEvent? {
        switch signal {
        case SIGWINCH: return resize()
        case SIGCONT:
            if !isScreenReleased { resume() }
            return .suspendResumed
        case SIGTSTP: return .key(.ctrl("z"))
        default: return .terminated(signal: signal)
        }
    }

    /// Takes the window's new size. A window of no size keeps the last one.
    func resize() -> InputEvent? {
        var rows: Int32 = 0
        var columns: Int32 = 0
        guard podium_window_size(output, &rows, &columns) == 0, rows > 0, columns > 0 else {
            return nil
        }
        if !isScreenReleased {
            resizeterm(rows, columns)
            // ncurses believes the screen to be as it was when the size is: but the terminal may have
            // had another one in between, and cut off what it showed.
            podium_forget_screen()
        }
        shown = nil
        return .resize(Size(width: Int(columns), height: Int(rows)))
    }

    /// Rounded up, so that a wait does not end just before its time and spin.
    private static func milliseconds(_ duration: Duration?) -> Int32 {
        guard let duration else { return -1 }
        let (seconds, attoseconds) = duration.components
        guard seconds < 86_400 else { return 86_400_000 }
        return Int32(seconds * 1000 + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000)
    }
}
