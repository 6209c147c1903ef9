package org.stampwright.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class BenchOptionsTest {

    @Test
    void the_options_of_all_benchmarks_are_passed_on_to_each_as_they_were_given() {
        BenchOptions given = new BenchOptions();
        new CommandLine(given)
                .parseArgs(
                        "--home=elsewhere", "--seconds=7", "--runs=2", "--clients=2,8", "--warm-up=1", "--servers=3");
        BenchOptions passedOn = new BenchOptions();

        new CommandLine(passedOn).parseArgs(given.arguments().toArray(String[]::new));

        assertThat(passedOn).usingRecursiveComparison().isEqualTo(given);
        assertThat(passedOn.clients).containsExactly(2, 8);
        assertThat(passedOn.mostClients()).isEqualTo(8);
    }

    @Test
    void each_benchmark_explains_itself() {
        for (String benchmark : Bench.commandLine().getSubcommands().keySet()) {
            assertThat(Bench.execute(benchmark, "--help")).as(benchmark).isZero();
        }
    }

    @Test
    void an_unknown_option_is_refused() {
        assertThat(Bench.execute("purchases", "--clientele=9")).isEqualTo(CommandLine.ExitCode.USAGE);
    }
}
