import CellUI

/// The keys of where one is, by what they are for.
extension Workbench {
    var helpPage: Page {
        // The page has a frame, and the last line of the screen stays.
        let room = Size(width: size.width - 4, height: size.height - 3)
        let lines = Self.columns(of: helpGroups, in: room)
        let title = ["keys", placeName, "dimmed: not now"].joined(separator: look.separator)
        return Page(.keys, title: title, lines: lines)
    }

    private var placeName: String {
        switch place {
        case .start, .editor: "start screen"
        case .replay: "replay"
        default: "while a session runs, and after"
        }
    }

    private var helpGroups: [[StyledText]] {
        var groups = Command.groups.compactMap { title, commands -> [StyledText]? in
            let commands = commands.filter {
                !$0.places.isDisjoint(with: place) && !$0.help.isEmpty
            }
            guard !commands.isEmpty else { return nil }
            return [StyledText(title, look.theme.heading)] + commands.map(helpLine)
        }
        if case .session = screen {
            let legend = GraphBadge.allCases.map {
                helpLine($0.sign(unicode: look.unicode), $0.legend, look.theme.overridden)
            }
            groups.append([StyledText("signs", look.theme.heading)] + legend)
            let landmarks = Landmark.allCases.map {
                helpLine(look.sign($0), $0.legend, look.style($0))
            }
            groups.append([StyledText("time line", look.theme.heading)] + landmarks)
        }
        if preferences.mouse { groups.append(mouseGroup) }
        groups.append([
            StyledText("other keys", look.theme.heading),
            StyledText(
                "  `keys:` in config.yaml, by the names in the list of commands",
                look.theme.text
            ),
        ])
        return groups
    }

    private var mouseGroup: [StyledText] {
        [
            StyledText("mouse", look.theme.heading),
            helpLine("click", "Choose what is there", look.theme.keyHint),
            helpLine("wheel", "Scroll", look.theme.keyHint),
            helpLine(
                "drag",
                "Move the workflow's edge, or along the time line",
                look.theme.keyHint
            ),
            helpLine("right button", "What can be done with a step", look.theme.keyHint),
        ]
    }

    private func helpLine(_ command: Command) -> StyledText {
        let ownKeys = keymap.keys(of: command).map(\.description).joined(separator: " ")
        let palette = keymap.shownKey(of: .palette)
        // What has no key is called by its name.
        let keys = ownKeys.isEmpty ? "\(palette ?? ":") \(command.name)" : ownKeys
        guard command.isUseful(self) else {
            // What does nothing at the moment is there, but stands back.
            var line = helpLine(keys, "", look.theme.subtle)
            line.append(command.help, look.theme.subtle)
            return line
        }
        return helpLine(keys, command.help, look.theme.keyHint)
    }

    private func helpLine(_ sign: String, _ text: String, _ style: Style) -> StyledText {
        let padding = String(repeating: " ", count: max(1, 17 - displayWidth(of: sign)))
        var line = StyledText("  " + sign + padding, style)
        line.append(text, look.theme.text)
        return line
    }

    /// The groups one below the other; side by side when they are too long for the room, and it is
    /// wide enough.
    private static func columns(of groups: [[StyledText]], in room: Size) -> [StyledText] {
        let blank = StyledText()
        let single = Array(groups.joined(separator: [blank]))
        let gap = 3
        let width = single.map { $0.width() }.max() ?? 0
        guard single.count > room.height, 2 * width + gap <= room.width else { return single }
        // Cut between two groups, where the longer half is shortest.
        let halves = (1..<groups.count).map { cut in
            (
                Array(groups[..<cut].joined(separator: [blank])),
                Array(groups[cut...].joined(separator: [blank]))
            )
        }
        guard
            let (left, right) = halves.min(by: {
                max($0.0.count, $0.1.count) < max($1.0.count, $1.1.count)
            })
        else { return single }
        return (0..<max(left.count, right.count)).map { row in
            guard row < right.count else { return left[row] }
            var line = row < left.count ? left[row] : blank
            let padding = String(repeating: " ", count: width + gap - line.width())
            line.runs += [.init(padding, right[row].runs.first?.style ?? .plain)] + right[row].runs
            return line
        }
    }
}
