internal import CNcurses
public import CellUI
internal import Glibc

/// Waiting.
extension CursesTerminal {
    /// How long an escape may be the beginning of a sequence.
    private static let escapeDelay = Duration.milliseconds(25)
    /// How long the rest of a sequence may take, also over a slow line.
    private static let sequenceDelay = Duration.milliseconds(600)
    /// How long an answer is expected. After that the terminal is one that gives none.
    private static let answerDelay = Duration.seconds(10)
    /// Milliseconds within which the rest comes of what is too long for one read, as pasted text is.
    private static let burstGap: Int32 = 2
    /// What goes on for longer is no paste, as a mouse that is dragged, and is told meanwhile.
    private static let burstLength = Duration.milliseconds(30)
    /// Bytes of input taken at once at most, so that a flood does not keep the screen from being
    /// drawn.
    private static let inputAtMost = 1 << 20

    public func nextEvents(timeout: Duration?) throws -> [InputEvent] {
        guard !isClosed else { throw TerminalError(.closed) }
        let clock = ContinuousClock()
        let deadline = timeout.map { clock.now.advanced(by: $0) }
        while true {
            let next = [deadline, flushTime].compactMap { $0 }.min()
            let remaining = next.map { max(.zero, clock.now.duration(to: $0)) }
            var events = try waitOnce(for: remaining)
            if let time = flushTime, clock.now >= time { events += flush() }
            noteAnswer(in: events)
            if !events.isEmpty { return events }
            if let deadline, clock.now >= deadline { return [] }
        }
    }

    private func noteAnswer(in events: [InputEvent]) {
        guard awaitsBackground else { return }
        for case .background in events { awaitsBackground = false }
    }

    private func flush() -> [InputEvent] {
        let events = decoder.flush()
        noteFlushTime()
        return events
    }

    /// Begins the time that a part of a sequence waits for its rest.
    private func noteFlushTime() {
        flushTime = decoder.patience.map { patience in
            .now + (patience == .short ? Self.escapeDelay : Self.sequenceDelay)
        }
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
        var events: [InputEvent] = []
        if descriptors[0].revents != 0 { events += signals.drain().compactMap(event(for:)) }
        if descriptors[2].revents != 0 { events += readInput() }
        if descriptors[1].revents != 0 {
            waker.drain()
            events.append(.wake)
        }
        return events
    }

    /// Reads what there is, and what comes right behind it: the driver of a terminal hands over no more
    /// than some kilobytes at once, and pasted text without brackets is only known as a whole.
    private func readInput() -> [InputEvent] {
        let end = ContinuousClock.now + Self.burstLength
        var input: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 1 << 16)
        while input.count < Self.inputAtMost, input.isEmpty || .now < end {
            let count = read(self.input, &chunk, chunk.count)
            if count < 0, errno == EINTR || errno == EAGAIN { break }
            guard count > 0 else {
                reachedEndOfInput = true
                break
            }
            input += chunk[..<count]
            // A single byte is a key, and nothing has to come behind it.
            var more = pollfd(fd: self.input, events: Int16(POLLIN), revents: 0)
            if poll(&more, 1, input.count > 1 ? Self.burstGap : 0) <= 0 { break }
        }
        decoder.awaitsAnswer =
            awaitsBackground && ContinuousClock.now < openedAt + Self.answerDelay
        let events = decoder.feed(input)
        noteFlushTime()
        return events + (reachedEndOfInput ? [.endOfInput] : [])
    }

    private func event(for signal: Int32) -> InputEvent? {
        switch signal {
        case SIGWINCH: return resize()
        case SIGCONT:
            if !isScreenReleased { resume() }
            return .suspendResumed
        case SIGTSTP: return .key(.ctrl("z"))
        default: return nil
        }
    }

    /// Takes the window's new size. A window of no size keeps the last one.
    func resize() -> InputEvent? {
        guard let window = WindowSize(of: output) else { return nil }
        if !isScreenReleased {
            resizeterm(window.rows, window.columns)
            // ncurses believes the screen to be as it was when the size is: but the terminal may have
            // had another one in between, and cut off what it showed.
            podium_forget_screen()
        }
        shown = nil
        return .resize(Size(width: Int(window.columns), height: Int(window.rows)))
    }

    /// Rounded up, so that a wait does not end just before its time and spin.
    private static func milliseconds(_ duration: Duration?) -> Int32 {
        guard let duration else { return -1 }
        let (seconds, attoseconds) = duration.components
        guard seconds < 86_400 else { return 86_400_000 }
        return Int32(seconds * 1000 + (attoseconds + 999_999_999_999_999) / 1_000_000_000_000_000)
    }
}
