package dev.swarmha.cli.option;

import dev.swarmha.deploy.plan.HealthTarget.Expectation;
import dev.swarmha.engine.Payload;
import dev.swarmha.wait.probe.HealthCheck;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Addresses that must answer, beside those that the stack file declares. */
public final class HealthMixin {

  @Option(
      names = "--health",
      paramLabel = "URL",
      converter = HealthProbeText.Converter.class,
      description = "http://..., https://... or tcp://HOST:PORT that must answer; repeatable")
  private List<HealthProbeText> urls = new ArrayList<>();

  @Option(
      names = "--health-timeout",
      paramLabel = "DURATION",
      defaultValue = "5s",
      description = "How long one try may take. Default: ${DEFAULT-VALUE}")
  private Duration timeout = Duration.ZERO;

  @Option(
      names = "--health-retries",
      paramLabel = "N",
      defaultValue = "30",
      converter = CountConverter.class,
      description = "How many tries may fail. Default: ${DEFAULT-VALUE}")
  private int retries;

  @Option(
      names = "--health-interval",
      paramLabel = "DURATION",
      defaultValue = "2s",
      description = "From one try to the next. Default: ${DEFAULT-VALUE}")
  private Duration interval = Duration.ZERO;

  @Mixin private AuthorityMixin authority = new AuthorityMixin();

  /**
   * The checks.
   *
   * @param files reads files by the names that users type
   */
  public List<HealthCheck> checks(Function<String, Payload> files) {
    Expectation usual = Expectation.DEFAULT;
    Expectation expectation =
        new Expectation(
            usual.status(),
            usual.contains(),
            authority.authority(files),
            usual.passes(),
            retries,
            interval,
            timeout);
    return urls.stream().map(url -> expectation.at(url.address())).toList();
  }
}
