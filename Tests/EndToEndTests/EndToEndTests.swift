import Testing

/// Tests of the real binary in a terminal, one after another: each has a terminal and a directory of its own.
@Suite(.serialized)
enum EndToEndTests {}

/// Tests of commands that need no terminal, one after another, beside those that have one: they wait for
/// their programs more than they compute.
@Suite(.serialized)
enum CommandEndToEndTests {}
