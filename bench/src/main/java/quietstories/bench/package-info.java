/**
 * Benchmarks of the whole program, as its users meet it: a process of its own, asked over HTTP,
 * beside a model server of a stated speed. Each prints its figures beside the limit and fails when
 * one is missed. Start with {@link quietstories.bench.Main}.
 */
@NullMarked
package quietstories.bench;

import org.jspecify.annotations.NullMarked;
