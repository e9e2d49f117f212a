import GRDB
public import PodiumCore

/// What the stored calls say of workers and providers.
///
/// The table has no index beside its key, which would cost every finished call a page or two more to
/// write: the latest rows are read backwards along the key.
extension SQLiteEventStore: WorkerRecords {
    /// How many calls back the history reaches, of all workers together.
    private static let depth = 20_000
    /// How many calls a calibration rests on.
    private static let calibrationLimit = 20
    /// Longer replies are left out, so that opening a session reads some hundred kilobytes at most.
    private static let calibrationTokenLimit = 4_000

    private static let latest = """
        (SELECT * FROM attempt_record ORDER BY session DESC, attempt DESC LIMIT \(depth))
        """

    public func history(
        of workers: [String],
        limit: Int
    ) throws(StoreError) -> [WorkerHistory] {
        try read { db in
            let statement = try db.cachedStatement(
                sql: """
                    SELECT output, (ended_at - coalesce(sent_at, started_at)) / 1000
                    FROM \(Self.latest)
                    WHERE worker = ? AND is_step AND ended_at IS NOT NULL AND failure IS NULL
                    LIMIT ?
                    """
            )
            return try workers.compactMap { worker in
                try statement.bind(worker, at: 0)
                try statement.bind(limit, at: 1)
                var output: [Int] = []
                var milliseconds: [Int] = []
                try statement.forEachRow {
                    output.append(Int(statement.integer(at: 0)))
                    milliseconds.append(max(0, Int(statement.integer(at: 1))))
                }
                guard !output.isEmpty else { return nil }
                return WorkerHistory(
                    worker: worker,
                    output: output,
                    milliseconds: milliseconds,
                    calibration: try Self.calibration(of: worker, in: db)
                )
            }
        }
    }

    /// From the calls that the provider itself has counted.
    private static func calibration(of worker: String, in db: Database) throws -> TokenCalibration?
    {
        let statement = try db.cachedStatement(
            sql: """
                SELECT estimated_input, input, output, session, attempt, sequence, end_sequence
                FROM \(latest)
                WHERE worker = ? AND failure IS NULL AND is_estimate = 0
                    AND output <= \(calibrationTokenLimit)
                LIMIT \(calibrationLimit)
                """
        )
        try statement.bind(worker, at: 0)
        var samples: [TokenCalibration.Sample] = []
        try statement.forEachRow {
            samples.append(
                TokenCalibration.Sample(
                    estimatedInput: Int(statement.integer(at: 0)),
                    input: Int(statement.integer(at: 1)),
                    estimatedOutput: try estimatedOutput(
                        session: statement.integer(at: 3),
                        attempt: statement.integer(at: 4),
                        sequences: (statement.integer(at: 5), statement.integer(at: 6)),
                        in: db
                    ),
                    output: Int(statement.integer(at: 2))
                )
            )
        }
        return TokenCalibration(samples)
    }

    /// Our estimate of what a call wrote between two sequences, both included.
    private static func estimatedOutput(
        session: Int64,
        attempt: Int64,
        sequences: (first: Int64, last: Int64),
        in db: Database
    ) throws -> Int {
        let statement = try db.cachedStatement(
            sql: """
                SELECT text FROM event
                WHERE session = ? AND attempt = ? AND sequence BETWEEN ? AND ? AND text IS NOT NULL
                ORDER BY sequence
                """
        )
        try statement.bind(session, at: 0)
        try statement.bind(attempt, at: 1)
        try statement.bind(sequences.first, at: 2)
        try statement.bind(sequences.last, at: 3)
        var estimate = TokenEstimate()
        try statement.forEachRow { estimate.append(statement.text(at: 0)) }
        return estimate.tokens
    }

    /// Empty for a file of an earlier version that is only read: its calls lack what is needed.
    public func health(
        of workers: [String],
        limit: Int
    ) throws(StoreError) -> [WorkerHealth] {
        try read { db in
            guard try Schema.holdsWorkerRecords(db) else { return [] }
            let statement = try db.cachedStatement(
                sql: """
                    SELECT coalesce(sent_at, started_at), ended_at, output, failure,
                        (SELECT time FROM event
                         WHERE event.session = call.session AND event.attempt = call.attempt
                            AND event.sequence BETWEEN call.sequence AND call.end_sequence
                            AND event.type IN ('textAppended', 'reasoningAppended',
                                'toolCallsAppended')
                         ORDER BY event.sequence LIMIT 1)
                    FROM \(Self.latest) AS call
                    WHERE worker = ? AND ended_at IS NOT NULL AND failure IS NOT ?
                    LIMIT ?
                    """
            )
            return try workers.map { worker in
                try statement.bind(worker, at: 0)
                try statement.bind(AttemptProjection.cancelled, at: 1)
                try statement.bind(limit, at: 2)
                var calls: [WorkerHealth.Call] = []
                try statement.forEachRow { calls.append(WorkerHealth.Call(statement)) }
                return WorkerHealth(worker: worker, calls: calls)
            }
        }
    }

    public func spending(
        with provider: String,
        since time: Timestamp
    ) throws(StoreError) -> Int64 {
        try read { db in
            // A call since then belongs to a session that was written to since then.
            let statement = try db.cachedStatement(
                sql: """
                    SELECT CAST(total(picodollars) AS INTEGER) FROM attempt_record
                    WHERE provider = ? AND started_at >= ? AND session IN
                        (SELECT session FROM session_summary WHERE updated_at >= ?)
                    """
            )
            try statement.bind(provider, at: 0)
            try statement.bind(time.microseconds, at: 1)
            try statement.bind(time.microseconds, at: 2)
            return try statement.firstRow { statement.integer(at: 0) } ?? 0
        }
    }
}

extension WorkerHealth.Call {
    /// From a row of the query above.
    fileprivate init(_ row: Statement) {
        self.init(
            sentAt: Timestamp(microseconds: row.integer(at: 0)),
            firstTextAt: row.optionalInteger(at: 4).map { Timestamp(microseconds: $0) },
            endedAt: Timestamp(microseconds: row.integer(at: 1)),
            output: Int(row.integer(at: 2)),
            failure: row.optionalText(at: 3).map(ProviderError.Code.init)
        )
    }
}
