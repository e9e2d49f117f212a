import CellUI
import Foundation
import PodiumCore
import Testing

@testable import Workbench

/// Keys, their names in messages, and the guide to them.
struct KeymapTests: WorkbenchDriving {
    @Test func `a message tells the key that is in use`() throws {
        var workbench = workbench(.complete, keymap: try Keymap(["find": ["f3"]]))
        _ = press("n", in: &workbench)
        #expect(workbench.notice?.text.contains("find (f3)") == true)
    }

    @Test func `a key can be given to another command`() throws {
        let keymap = try Keymap(["hold": ["f5"]])
        var workbench = workbench(session, keymap: keymap)
        #expect(press("space", in: &workbench) == [])
        #expect(press("f5", in: &workbench).count == 1)
        #expect(screen(&workbench).contains("f5 hold"))
    }

    @Test(arguments: [
        ("hodl", "x", Keymap.Invalid.unknownCommand("hodl")),
        ("hold", "ctrl", .unknownKey("ctrl", command: "hold")),
        ("hold", "r", .clash(key: "r", command: "hold", other: "reroute")),
        ("help", "q", .clash(key: "q", command: "help", other: "quit")),
    ]) func `a key map that cannot be is told`(command: String, key: String, why: Keymap.Invalid) {
        #expect(throws: why) { try Keymap([command: [key]]) }
    }

    @Test func `the guide tells every command with its keys`() throws {
        let file = URL(filePath: #filePath).deletingLastPathComponent()
            .appending(path: "../../docs/workbench.md")
        let text = try String(contentsOf: file, encoding: .utf8)
        var documented: [String: [Key]] = [:]
        for line in text.split(separator: "\n") where line.hasPrefix("| `") {
            let cells = line.split(separator: "|").map { $0.split(separator: "`").map(String.init) }
            guard cells.count >= 4, let name = cells[0].first(where: { $0 != " " }) else {
                continue
            }
            documented[name] = cells[1].filter { $0 != " " }.compactMap { Key($0) }
        }
        for command in Command.all where !command.help.isEmpty {
            #expect(documented[command.name] == command.keys, "\(command.name)")
        }
    }

    @Test func `one key means one thing in one place`() throws {
        // Throws when the usual keys clash.
        _ = try Keymap([:])
        for command in Command.all where !command.help.isEmpty {
            #expect(!command.places.isEmpty, "\(command.name)")
        }
        #expect(Set(Command.all.map(\.name)).count == Command.all.count)
    }
}
