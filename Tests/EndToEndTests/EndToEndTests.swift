import Testing

/// Tests of the real binary, one after another: each has a terminal and a directory of its own.
@Suite(.serialized)
enum EndToEndTests {}
