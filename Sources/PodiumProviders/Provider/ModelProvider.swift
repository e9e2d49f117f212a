public import Foundation
public import PodiumCore
internal import Synchronization

/// A server of models: a vendor's, a gateway, or one on this machine.
public final class ModelProvider: Provider {
    public struct Configuration: Sendable {
        /// The provider's name in the configuration, for messages.
        public var name: String
        public var dialect: any Dialect
        public var baseURL: BaseURL
        public var key: KeySource
        /// Nil for the dialect's own.
        public var keyField: KeyField?
        /// Lets a key travel unencrypted to another machine.
        public var allowInsecure: Bool
        /// Sent with each call.
        public var headers: [HTTPHeader]
        public var limits: HTTPLimits
        /// The most bytes of words that a reply may have.
        public var replyLimit: Int

        public init(
            name: String,
            dialect: any Dialect = ChatDialect(),
            baseURL: BaseURL,
            key: KeySource = .none,
            keyField: KeyField? = nil,
            allowInsecure: Bool = false,
            headers: [HTTPHeader] = [],
            limits: HTTPLimits = HTTPLimits(),
            replyLimit: Int = ReplyDecoder.replyLimit
        ) {
            self.name = name
            self.dialect = dialect
            self.baseURL = baseURL
            self.key = key
            self.keyField = keyField
            self.allowInsecure = allowInsecure
            self.headers = headers
            self.limits = limits
            self.replyLimit = replyLimit
        }
    }

    public let configuration: Configuration
    let client: any HTTPClient
    let keys: KeyResolver
    let now: @Sendable () -> Int
    private let recorder: CassetteRecorder?
    private let onSteppedOver: @Sendable (Int) -> Void
    /// The models whose server refused to hold a reply to a form.
    private let unconstrained = Mutex<Set<String>>([])

    /// - Parameters:
    ///   - recorder: Gets each exchange, if there is one.
    ///   - client: Usually the program's one `HTTPTransport`.
    ///   - environment: Looks up a variable when a key is first needed.
    ///   - now: Seconds since 1970, for dates in `retry-after`.
    ///   - onSteppedOver: Told how many parts of a reply were stepped over because they are none.
    public convenience init(
        _ configuration: Configuration,
        client: any HTTPClient,
        recorder: CassetteRecorder? = nil,
        environment: @escaping @Sendable (String) -> String? = {
            ProcessInfo.processInfo.environment[$0]
        },
        now: @escaping @Sendable () -> Int = { Int(Date().timeIntervalSince1970) },
        onSteppedOver: @escaping @Sendable (Int) -> Void = { _ in }
    ) {
        self.init(
            configuration,
            client: client,
            recorder: recorder,
            environment: environment,
            now: now,
            onSteppedOver: onSteppedOver
        ) { command throws(ShellCommand.Failure) in
            try await ShellCommand.firstLine(of: command)
        }
    }

    init(
        _ configuration: Configuration,
        client: any HTTPClient,
        recorder: CassetteRecorder? = nil,
        environment: @escaping @Sendable (String) -> String?,
        now: @escaping @Sendable () -> Int,
        onSteppedOver: @escaping @Sendable (Int) -> Void = { _ in },
        runCommand: @escaping KeyResolver.Runner
    ) {
        self.configuration = configuration
        self.client = client
        self.now = now
        self.recorder = recorder
        self.onSteppedOver = onSteppedOver
        self.keys = KeyResolver(
            source: configuration.key,
            provider: configuration.name,
            environment: environment,
            run: runCommand
        )
    }

    /// The request leaves when the first piece is asked for. Dropping the stream stops the call as
    /// cancelling its task does.
    public func reply(to call: ModelCall) -> ReplyStream {
        let running = ProviderCall(start: { [self] in try await start(call) }, keys: keys)
        return ReplyStream(unfolding: { try await running.next() })
    }

    private func start(_ call: ModelCall) async throws -> ProviderCall.Started {
        try refuseInsecureKey()
        let key = try await keys.key()
        let dialect = configuration.dialect
        let model = call.worker.model
        let reporter = reporter(model: model)
        let secrets = secrets(key: key)
        let isConstrained =
            call.request.form != nil && !unconstrained.withLock { $0.contains(model) }
        let request = try dialect.request(
            for: call,
            to: configuration.baseURL,
            key: key,
            field: configuration.keyField,
            extra: configuration.headers,
            limits: configuration.limits,
            isConstrained: isConstrained
        )
        let take = recorder?.begin(
            call,
            provider: configuration.name,
            dialect: dialect,
            request: request,
            secrets: secrets
        )
        let exchange = client.start(request)
        return ProviderCall.Started(
            exchange: exchange,
            take: take,
            gate: SecretGate(secrets),
            patience: configuration.limits.total,
            asksDifferently: { [self] error in
                guard call.request.form != nil, error.mayRefuseForm else { return false }
                // A server that refuses the call without the form as well refuses something else.
                unconstrained.withLock {
                    if isConstrained { $0.insert(model) } else { $0.remove(model) }
                }
                return isConstrained
            },
            makeDecoder: { [now, limit = configuration.replyLimit] head in
                ReplyDecoder(
                    dialect: dialect,
                    head: head,
                    reporter: reporter,
                    limit: limit,
                    now: now()
                )
            },
            onSteppedOver: onSteppedOver
        )
    }

    func reporter(model: String) -> FaultReporter {
        FaultReporter(
            provider: configuration.name,
            model: model,
            keyOrigin: configuration.key.origin,
            version: configuration.dialect.version.path
        )
    }

    /// What no reply may tell. Of a credential in a header field, what follows its scheme counts too.
    func secrets(key: String?) -> Secrets {
        let credentials = configuration.headers.filter(\.isCredential).map(\.value)
        let bare = credentials.compactMap { $0.split(separator: " ").last.map(String.init) }
        return Secrets([key].compactMap(\.self) + credentials + bare)
    }

    func refuseInsecureKey() throws(ProviderError) {
        let sendsKey =
            configuration.key != .none
            || configuration.headers.contains(where: \.isCredential)
        let url = configuration.baseURL
        guard sendsKey, !url.isSecure, !url.isLoopback, !configuration.allowInsecure else { return }
        throw ProviderError(
            .invalidRequest,
            "The key of \(configuration.name) would travel unencrypted to \(url.authority).",
            advice: "Use https in base_url, or set allow_insecure for a network you trust.",
            isRetryable: false
        )
    }
}

extension ProviderError {
    /// Whether a server that does not know how to hold a reply to a form would answer so. It need not
    /// say what it refuses: without the form the same call tells.
    fileprivate var mayRefuseForm: Bool {
        if code == .invalidRequest || httpStatus == 501 { return true }
        let words = message.lowercased()
        return code == .server
            && ["grammar", "schema", "response_format", "structured"].contains(
                where: words.contains
            )
    }
}
