import PodiumCore
import PodiumEngine
import PodiumGateway
import PodiumStore
import PodiumStudio
import Workbench

/// What is known of the endpoint's clients, whichever process serves them.
extension WorkbenchLoop {
    /// Read on another thread: it is asked for each second while it is looked at.
    func loadClients() {
        Task.detached { [mailbox, keyFile, store = studio.store, environment] in
            do {
                let activities = try store.clients(at: environment.now())
                let keys: [String: ClientRecord.Key]
                do {
                    keys = try keyFile.records()
                } catch {
                    // What was asked can be told all the same.
                    mailbox.post(.notice("\(error)"))
                    keys = [:]
                }
                mailbox.post(.clients(ClientRecord.all(activities, keys: keys)))
            } catch {
                mailbox.post(.notice("\(error)"))
            }
        }
    }

    func loadSessions(of client: String) {
        Task.detached { [mailbox, store = studio.store] in
            do {
                let sessions = try store.asked(by: client, limit: 200)
                mailbox.post(.clientSessions(of: client, sessions))
            } catch {
                mailbox.post(.notice("\(error)"))
            }
        }
    }
}

extension KeyFile {
    /// What each client's key allows, by the client's name.
    fileprivate func records() throws(KeyFileError) -> [String: ClientRecord.Key] {
        let (keys, spent) = (try keys(), try spent())
        return Dictionary(
            keys.map { key in
                (
                    key.name,
                    ClientRecord.Key(budget: key.limits.budget, spent: spent[key.id] ?? 0)
                )
            }
        ) { first, _ in first }
    }
}
