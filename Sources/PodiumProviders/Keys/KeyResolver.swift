internal import PodiumCore

/// Fetches a provider's key when it is first needed, and keeps one that a command gave.
///
/// A command runs once however many calls wait for it; a call that is cancelled stops waiting at
/// once, though the command (which may be asking for a passphrase) goes on.
actor KeyResolver {
    typealias Runner = @Sendable (String) async throws(ShellCommand.Failure) -> String
    private typealias Waiter = CheckedContinuation<String, any Error>

    private enum State {
        case unknown
        case running([Int: Waiter])
        case known(String)
    }

    private let source: KeySource
    private let provider: String
    private let environment: @Sendable (String) -> String?
    private let run: Runner
    private var state = State.unknown
    private var lastWaiter = 0

    init(
        source: KeySource,
        provider: String,
        environment: @escaping @Sendable (String) -> String?,
        run: @escaping Runner
    ) {
        self.source = source
        self.provider = provider
        self.environment = environment
        self.run = run
    }

    /// The key, or nil when the provider takes none. Throws `ProviderError` (`missingKey`) or
    /// `CancellationError`.
    func key() async throws -> String? {
        switch source {
        case .none: return nil
        case .environment(let names): return try fromEnvironment(names)
        case .command(let command): return try await fromCommand(command)
        }
    }

    /// Drops what a command gave: the server refused it, and the next call should ask again.
    func forget() {
        if case .known = state { state = .unknown }
    }

    private func fromEnvironment(_ names: [String]) throws(ProviderError) -> String {
        guard let value = KeySource.firstSet(of: names, in: environment)?.value else {
            let missing =
                names.count == 1
                ? "\(names[0]) is not" : "none of \(names.joined(separator: ", ")) is"
            throw ProviderError(
                .missingKey,
                "There is no key for \(provider): \(missing) set.",
                advice: "Set \(names.first ?? "it") in the environment, or configure key_command.",
                isRetryable: false
            )
        }
        return try checked(value)
    }

    private func fromCommand(_ command: String) async throws -> String {
        if case .known(let key) = state { return key }
        lastWaiter += 1
        let id = lastWaiter
        return try await withTaskCancellationHandler {
            try await withCheckedThrowingContinuation { waiter in
                enqueue(waiter, id: id, command: command)
            }
        } onCancel: {
            Task { await self.abandon(id) }
        }
    }

    private func enqueue(_ waiter: Waiter, id: Int, command: String) {
        if Task.isCancelled {
            waiter.resume(throwing: CancellationError())
            return
        }
        switch state {
        case .known(let key): waiter.resume(returning: key)
        case .running(var waiters):
            waiters[id] = waiter
            state = .running(waiters)
        case .unknown:
            state = .running([id: waiter])
            Task { self.complete(await self.outcome(of: command)) }
        }
    }

    private func abandon(_ id: Int) {
        guard case .running(var waiters) = state else { return }
        let waiter = waiters.removeValue(forKey: id)
        state = .running(waiters)
        waiter?.resume(throwing: CancellationError())
    }

    private func outcome(of command: String) async -> Result<String, ProviderError> {
        do throws(ShellCommand.Failure) {
            let line = try await run(command)
            return Result { () throws(ProviderError) in try checked(line) }
        } catch {
            return .failure(
                ProviderError(
                    .missingKey,
                    "The key_command of \(provider) \(error).",
                    advice: "Run it in a shell to see why; its output is not shown here because it"
                        + " may hold the key.",
                    isRetryable: false
                )
            )
        }
    }

    private func complete(_ outcome: Result<String, ProviderError>) {
        guard case .running(let waiters) = state else { return }
        state = (try? outcome.get()).map(State.known) ?? .unknown
        for waiter in waiters.values { waiter.resume(with: outcome.mapError { $0 }) }
    }

    private func checked(_ value: String) throws(ProviderError) -> String {
        let key = Self.trim(value)
        guard HTTPHeader("Authorization", key).isValid, key.utf8.allSatisfy({ $0 < 0x80 }) else {
            throw ProviderError(
                .missingKey,
                "The key of \(provider) holds characters that cannot be sent.",
                advice: "Look for a line break or a typographic character in it.",
                isRetryable: false
            )
        }
        return key
    }

    private static func trim(_ value: String) -> String {
        let space = { (character: Character) in character.isWhitespace }
        let rest = value.drop(while: space)
        return String(rest.reversed().drop(while: space).reversed())
    }
}
