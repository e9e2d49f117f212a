import CellUI
import PodiumCore

extension Workbench {
    mutating func handle(_ event: InputEvent) -> [Effect] {
        switch event {
        case .key(let key): return handle(key)
        case .paste(let text):
            if case .start = screen, overlay == nil { start.paste(text) }
        case .mouse(let mouse): return handle(mouse)
        case .resize(let size): self.size = size
        case .background(let color): chooseTheme(background: color)
        case .terminated, .endOfInput: return isRunning ? [.interrupt, .quit] : [.quit]
        case .wake, .suspendResumed: break
        }
        return []
    }

    private mutating func chooseTheme(background: RGB) {
        guard let automaticThemes else { return }
        switch Base16Scheme.Variant(background: background) {
        case .dark: look.theme = automaticThemes.dark
        case .light: look.theme = automaticThemes.light
        }
    }

    private mutating func handle(_ key: Key) -> [Effect] {
        notice = nil
        if let overlay { return handle(key, in: overlay) }
        if case .start = screen, start.takesText(key) {
            start.edit(key)
            return []
        }
        guard let command = keymap.command(for: key) else {
            if case .start = screen { start.move(byKey: key) }
            return []
        }
        return perform(command)
    }

    private mutating func handle(_ key: Key, in overlay: Overlay) -> [Effect] {
        switch overlay {
        case .help(let scroll):
            switch key {
            case .down, .character("j"): self.overlay = .help(scroll: scroll + 1)
            case .up, .character("k"): self.overlay = .help(scroll: max(0, scroll - 1))
            default: self.overlay = nil
            }
        case .confirm(_, let effect):
            switch key {
            case .character("y"), .character("Y"), .enter:
                self.overlay = nil
                return effect == .quit ? [.interrupt, .quit] : [effect]
            case .character("n"), .character("N"), .escape, .character("q"):
                self.overlay = nil
            case .ctrl("c"):
                return [.interrupt, .quit]
            default: break
            }
        }
        return []
    }

    private mutating func perform(_ command: Command) -> [Effect] {
        switch command {
        case .help: overlay = .help(scroll: 0)
        case .suspend: return [.suspend]
        case .quit: return quit()
        case .interrupt: return interrupt()
        default:
            switch screen {
            case .start: return performOnStart(command)
            case .session: return performOnSession(command)
            }
        }
        return []
    }

    private mutating func quit() -> [Effect] {
        guard isRunning else { return [.quit] }
        overlay = .confirm("A run is going on. Interrupt it and quit?", .quit)
        return []
    }

    private mutating func interrupt() -> [Effect] {
        guard isRunning, !interruptedOnce else { return isRunning ? [.interrupt, .quit] : [.quit] }
        interruptedOnce = true
        notice = "Interrupted. Ctrl-C again quits."
        return [.interrupt]
    }

    private mutating func performOnStart(_ command: Command) -> [Effect] {
        switch command {
        case .focusNext: start.moveFocus(by: 1)
        case .focusPrevious: start.moveFocus(by: -1)
        case .up: start.move(by: -1)
        case .down: start.move(by: 1)
        case .back: start.leaveEditor()
        case .submit:
            switch start.choice {
            case .ask(let question)?:
                guard !isAsking else { return [] }
                isAsking = true
                return [.ask(question)]
            case .open(let id)?: return [.openSession(id)]
            case nil: notice = "Write a question first, or choose a sample with Tab."
            }
        default: break
        }
        return []
    }

    private mutating func performOnSession(_ command: Command) -> [Effect] {
        if command == .newQuestion {
            guard !isRunning else {
                notice = "The run is still going on. Ctrl-C interrupts it."
                return []
            }
            screen = .start
            return [.loadHistory]
        }
        withSession { $0.perform(command) }
        return []
    }

    private mutating func handle(_ mouse: MouseEvent) -> [Effect] {
        guard overlay == nil else { return [] }
        switch screen {
        case .session:
            withSession { $0.handle(mouse) }
        case .start:
            switch mouse.action {
            case .scrollUp: start.move(by: -1)
            case .scrollDown: start.move(by: 1)
            case .press(.left): start.focus(at: mouse.position)
            default: break
            }
        }
        return []
    }
}

extension SessionScreen {
    mutating func perform(_ command: Command) {
        switch command {
        case .focusNext: moveFocus(by: 1)
        case .focusPrevious: moveFocus(by: -1)
        case .focusPane(let number): focus(number: number)
        case .up: move(by: -1)
        case .down: move(by: 1)
        case .pageUp: scrollFocused(byPages: -1)
        case .pageDown: scrollFocused(byPages: 1)
        case .top: scrollFocused(toEnd: false)
        case .end: scrollFocused(toEnd: true)
        case .zoom: toggleZoom()
        case .back: _ = back()
        case .playPause, .nextEvent, .previousEvent, .nextLandmark, .previousLandmark, .faster,
            .slower, .first, .last:
            performReplay(command)
        default: break
        }
    }

    /// In the graph the selection moves to another agent; in a pane its text scrolls.
    private mutating func move(by offset: Int) {
        if focus == .graph { moveFocus(by: offset) } else { scroll(focus, by: offset) }
    }

    private mutating func performReplay(_ command: Command) {
        guard var cursor = replay else { return }
        switch command {
        case .playPause:
            if cursor.isAtEnd { cursor.seek(to: 0) }
            cursor.isPlaying.toggle()
        case .faster: cursor.changeSpeed(faster: true)
        case .slower: cursor.changeSpeed(faster: false)
        default:
            cursor.isPlaying = false
            switch command {
            case .nextEvent: cursor.seek(to: cursor.position + 1)
            case .previousEvent: cursor.seek(to: cursor.position - 1)
            case .nextLandmark: cursor.skip(forward: true)
            case .previousLandmark: cursor.skip(forward: false)
            case .first: cursor.seek(to: 1)
            default: cursor.seek(to: cursor.events.count)
            }
        }
        replay = cursor
        catchUp()
    }

    mutating func handle(_ mouse: MouseEvent) {
        func hit(_ areas: [PaneID: Rect]) -> PaneID? {
            areas.first { $0.value.contains(mouse.position) }?.key
        }
        guard let pane = (isZoomed ? nil : hit(nodeAreas)) ?? hit(areas) else { return }
        switch mouse.action {
        case .press(.left): focus(pane)
        case .scrollUp: scroll(pane, by: -3)
        case .scrollDown: scroll(pane, by: 3)
        default: break
        }
    }
}
