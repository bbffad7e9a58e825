package dev.swarmha.engine.testkit.state;

import static java.util.Objects.requireNonNull;

import dev.swarmha.document.Document;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.Amounts;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** A service's {@code TaskTemplate}, read with types. */
public record TaskSpec(Mapping template) {

  private static final String SPREAD_BY_LABEL = "Spread";

  public TaskSpec {
    requireNonNull(template, "template");
  }

  public Mapping container() {
    return template.mapping("ContainerSpec");
  }

  public String image() {
    return container().text("Image").orElse("");
  }

  public RestartPolicy restart() {
    return RestartPolicy.read(template.mapping("RestartPolicy"));
  }

  private Mapping placement() {
    return template.mapping("Placement");
  }

  public List<Constraint> constraints() {
    return placement().sequence("Constraints").texts().map(Constraint::parse).toList();
  }

  /** The descriptors to spread over, such as {@code node.labels.zone}, in order. */
  public List<String> spreads() {
    return placement()
        .sequence("Preferences")
        .mappings()
        .flatMap(
            preference -> preference.mapping(SPREAD_BY_LABEL).text("SpreadDescriptor").stream())
        .toList();
  }

  /** The most tasks that one node may run; 0 for no limit. */
  public long maxReplicas() {
    return placement().number("MaxReplicas").orElse(0L);
  }

  public List<Mapping> platforms() {
    return placement().sequence("Platforms").mappings().toList();
  }

  public Amounts reservations() {
    return Amounts.read(template.mapping("Resources").mapping("Reservations"));
  }

  /** Network ids or names, as they stand in the spec. */
  public List<String> networks() {
    return template
        .sequence("Networks")
        .mappings()
        .flatMap(network -> network.text("Target").stream())
        .toList();
  }

  public List<Mapping> secrets() {
    return container().sequence("Secrets").mappings().toList();
  }

  public List<Mapping> configs() {
    return container().sequence("Configs").mappings().toList();
  }

  /** Whether the spec switches off the image's own healthcheck. */
  public boolean healthcheckDisabled() {
    return container()
        .mapping("Healthcheck")
        .sequence("Test")
        .texts()
        .findFirst()
        .filter("NONE"::equals)
        .isPresent();
  }

  /**
   * How long the spec's healthcheck lets a container fail before it counts as unhealthy: the start
   * period and one interval for each retry. Empty when the spec says nothing, so that the image's
   * own healthcheck counts.
   */
  public Optional<Duration> patience() {
    return container().get("Healthcheck").flatMap(Document::asMapping).map(TaskSpec::patience);
  }

  private static Duration patience(Mapping check) {
    long interval = positive(check, "Interval").orElse(Duration.ofSeconds(30).toNanos());
    long retries = positive(check, "Retries").orElse(3L);
    long startPeriod = check.number("StartPeriod").orElse(0L);
    return Duration.ofNanos(startPeriod + interval * retries);
  }

  private static Optional<Long> positive(Mapping mapping, String key) {
    return mapping.number(key).filter(number -> number > 0);
  }
}
