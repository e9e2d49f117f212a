import CellUI
import PodiumCore

/// Who asks through the endpoint.
extension Workbench {
    /// Opens the list as far as it is known, and asks for what is new.
    mutating func openClients() -> [Effect] {
        open(.choose(clientChooser))
        return renew(by: .loadClients)
    }

    /// Makes the open list anew.
    mutating func take(_ clients: [ClientRecord]) {
        self.clients = clients
        guard opened?.renewal?.effect == .loadClients, case .choose(var chooser)? = overlay else {
            return
        }
        chooser.renew(with: clientChooser)
        opened?.overlay = .choose(chooser)
        opened?.renewal?.came(at: now)
    }

    /// The sessions of a client, to open one.
    mutating func choose(among sessions: [SessionSummary], of client: String) {
        // Something else may have been opened meanwhile.
        guard opened == nil, screen == .start else { return }
        let title = ClientRecord(name: client).title
        guard !sessions.isEmpty else { return say("\(title): nothing was asked yet.") }
        openChooser(of: sessions, "sessions: \(title)")
    }

    private var clientChooser: Chooser {
        let clients = clients ?? []
        let table = ClientTable(clients, now: now, look: look)
        let title = ["clients", "requests of the last minute, hour, all"]
        return Chooser(
            title.joined(separator: look.separator),
            heading: table.headings,
            rows: zip(clients, table.cells).map { client, cells in
                Chooser.Row(
                    intent: .showSessions(of: client.name),
                    text: client.title,
                    columns: cells,
                    detail: client.detail(look)
                )
            },
            empty: self.clients == nil
                ? "Nothing is known yet."
                : "No program has asked yet, and there are no keys: see podium serve --help."
        )
    }

    /// The start screen shows it; elsewhere it is said once.
    mutating func take(_ serving: Serving?) {
        if let serving, self.serving == nil, screen != .start {
            say("Serving at \(serving.address).")
        }
        self.serving = serving
    }
}
