import CellUI
import CursesTerminal
import Dispatch
import PodiumCore
import PodiumEngine
import PodiumStudio
import Synchronization
import Workbench

/// Opens the studio on another thread while the screen stands, so that keys count whatever the store waits
/// for.
final class StudioOpening {
    private let mailbox: Mailbox<Message>
    private let outcome: Outcome
    /// What the person did meanwhile, for the workbench.
    private(set) var typed: [InputEvent] = []

    private final class Outcome: Sendable {
        let result = Mutex<Result<Studio, any Error>?>(nil)
    }

    /// - Parameter open: is given what to call while something is waited for.
    init(
        _ mailbox: Mailbox<Message>,
        _ open:
            @escaping @Sendable (_ onWait: @escaping @Sendable (String) -> Void) throws -> Studio
    ) {
        self.mailbox = mailbox
        let outcome = Outcome()
        self.outcome = outcome
        DispatchQueue.global().async {
            let result = Result { try open { mailbox.post(.notice($0)) } }
            outcome.result.withLock { $0 = result }
            mailbox.post(.tick)
        }
    }

    /// Waits for the studio, and shows what it waits for.
    ///
    /// - Throws: what opening throws, and `ExitStatus` when the person, or a signal, does not want to wait.
    func wait(
        on terminal: CursesTerminal,
        showing workbench: inout Workbench
    ) throws -> Studio {
        while true {
            if let result = outcome.result.withLock({ $0 }) { return try result.get() }
            for event in try terminal.nextEvents(timeout: nil) where event != .wake {
                if event == .endOfInput { throw ExitStatus.hungUp }
                if event == .key(.ctrl("c")) { throw ExitStatus.interrupted }
                typed.append(event)
            }
            if let status = StopSignals.status { throw status }
            for message in mailbox.take() {
                guard case .notice = message else { continue }
                _ = workbench.update(message, at: SystemEnvironment().now())
                try WorkbenchLoop.draw(&workbench, on: terminal)
            }
        }
    }
}
