internal import CNcurses
internal import Glibc

/// Giving the terminal back for a while.
extension CursesTerminal {
    /// Stops the process group as Ctrl-Z does in other programs, and returns when it continues.
    /// The screen, unless it is given back, must then be drawn anew; its size may be another.
    public func suspend() throws {
        guard isScreenReleased else { return try released { stop() } }
        returnKeyboard()
        stop()
        takeKeyboard()
    }

    private func stop() {
        // The continuation after the stop is no news.
        signals.uninstall()
        let before = stopAction
        letStop(true)
        _ = kill(0, SIGTSTP)
        letStop(false)
        stopAction = before
        signals.install()
    }

    private func returnKeyboard() {
        var settings = settings
        tcsetattr(output, TCSADRAIN, &settings)
    }

    /// Keys are told as they are pressed, and none is shown.
    private func takeKeyboard() {
        var settings = settings
        settings.c_lflag &= ~tcflag_t(ICANON | ECHO | ISIG | IEXTEN)
        // Enter stays Enter, and no key stops the output.
        settings.c_iflag &= ~tcflag_t(ICRNL | IXON)
        tcsetattr(output, TCSADRAIN, &settings)
    }

    /// Whether SIGTSTP stops this process too. A shell takes the terminal back only from a group that
    /// has stopped as a whole.
    func letStop(_ stops: Bool) {
        if stops {
            var action = sigaction()
            action.__sigaction_handler.sa_handler = SIG_DFL
            sigaction(SIGTSTP, &action, &stopAction)
        } else {
            sigaction(SIGTSTP, &stopAction, nil)
        }
    }

    public func released<Result>(during body: () throws -> Result) throws -> Result {
        guard !isClosed else { throw TerminalError(.closed) }
        leaveScreen()
        returnKeyboard()
        letStop(true)
        defer {
            letStop(false)
            resume()
        }
        return try body()
    }

    /// Gives the screen back and keeps the keyboard, until `takeScreen`: the terminal's own screen is
    /// there to be written on, and `nextEvents` goes on telling keys, none of which is shown.
    public func releaseScreen() throws {
        guard !isClosed else { throw TerminalError(.closed) }
        guard !isScreenReleased else { return }
        leaveScreen()
        letStop(true)
        isScreenReleased = true
        takeKeyboard()
    }

    /// Takes the screen again. It must then be drawn anew; its size may be another.
    public func takeScreen() {
        guard !isClosed, isScreenReleased else { return }
        isScreenReleased = false
        returnKeyboard()
        letStop(false)
        resume()
    }

    /// Draws everything anew with the next frame, whatever another program has left on the screen.
    public func redraw() {
        shown = nil
        podium_forget_screen()
    }

    public func copyToClipboard(_ text: String) throws {
        guard !isClosed else { throw TerminalError(.closed) }
        let sequence = ModeSequences.clipboard(text)
        send(sequence)
        // tmux takes the one or the other, as `set-clipboard` and `allow-passthrough` say.
        if isInsideTmux { send(ModeSequences.throughTmux(sequence)) }
    }

    /// Where no other screen lies behind this one, as on the Linux console, it is left empty, so that
    /// the shell's line does not stand in the middle of it.
    func leaveScreen() {
        send(modes.leave)
        if podium_capability("rmcup") == nil {
            podium_erase()
            podium_refresh(-1, 0)
        }
        endwin()
    }

    /// Takes the terminal again after it has been someone else's.
    func resume() {
        reset_prog_mode()
        _ = resize()
        shown = nil
        isCursorVisible = nil
        podium_forget_screen()
        // ncurses enters the alternate screen with the first refresh after `endwin`.
        podium_refresh(-1, 0)
        send(modes.enter)
    }
}
