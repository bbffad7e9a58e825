package dev.swarmha.engine.testkit.cluster;

import dev.swarmha.document.Document;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.ObjectVersion;
import dev.swarmha.engine.StaleVersionException;
import dev.swarmha.engine.SwarmSettings;
import java.time.Duration;
import java.util.List;

/** What holds for a swarm as a whole: its spec, and what was fixed when it was formed. */
public final class SwarmRules {

  /** Of the networks of a pool, unless told otherwise. */
  public static final int SUBNET_SIZE = 24;

  private static final int HISTORY = 5;
  private static final Duration HEARTBEAT = Duration.ofSeconds(5);
  private static final Duration CERTIFICATE = Duration.ofDays(90);
  private static final String LOCK = "EncryptionConfig";
  private static final String LOCKED = "AutoLockManagers";

  /** The certificate of an authority of no worth, until 2046. */
  private static final String AUTHORITY =
      """
      -----BEGIN CERTIFICATE-----
      MIIBezCCASGgAwIBAgIUJZ0/k3j6tWZi9lZk5oIEriRIfckwCgYIKoZIzj0EAwIw
      EzERMA8GA1UEAwwIc3dhcm0tY2EwHhcNMjYxMTIxMjI0MjEwWhcNNDYxMTE2MjI0
      MjEwWjATMREwDwYDVQQDDAhzd2FybS1jYTBZMBMGByqGSM49AgEGCCqGSM49AwEH
      A0IABEzofahQs8SvvWCE9KIkXOJrnn0ObrT+PECZvgCRob25y+RaxB3Oio5fMRAh
      ekn9nxHJ7pjk1Mch+z0veTptsu2jUzBRMB0GA1UdDgQWBBQ+Bw+MF8HH3pyp9SZH
      8xbpZwX4TDAfBgNVHSMEGDAWgBQ+Bw+MF8HH3pyp9SZH8xbpZwX4TDAPBgNVHRMB
      Af8EBTADAQH/MAoGCCqGSM49BAMCA0gAMEUCIQD5orRONSHTwfkN9O7wxFKmcgIE
      aSgI38bpyaVGgRzR5gIgbeGlJq71Yc6s3J0Vz58AjHOHKUX0PWwXgjLMOufrxjc=
      -----END CERTIFICATE-----
      """;

  private final Tokens tokens;
  private List<String> pools = List.of("10.0.0.0/8");
  private int subnetSize = SUBNET_SIZE;
  private long version = 10;
  private Mapping spec =
      Mapping.builder()
          .put("Name", "default")
          .put("Labels", Mapping.empty())
          .put("Orchestration", Mapping.of("TaskHistoryRetentionLimit", Document.number(HISTORY)))
          .put("Dispatcher", Mapping.of("HeartbeatPeriod", Document.number(HEARTBEAT.toNanos())))
          .put("CAConfig", Mapping.of("NodeCertExpiry", Document.number(CERTIFICATE.toNanos())))
          .put(LOCK, Mapping.of(LOCKED, Document.bool(false)))
          .build();

  SwarmRules(Tokens tokens) {
    this.tokens = tokens;
  }

  /** Says what the swarm is formed with. */
  public void begin(List<String> addressPools, int prefix, boolean autolock) {
    pools = addressPools.isEmpty() ? pools : List.copyOf(addressPools);
    subnetSize = prefix;
    keep(spec.with(LOCK, Mapping.of(LOCKED, Document.bool(autolock))));
  }

  public SwarmSettings observed() {
    return new SwarmSettings(
        tokens.swarm(), new ObjectVersion(version), spec, pools, subnetSize, AUTHORITY);
  }

  /** Takes another spec, unless this one has changed meanwhile. */
  public void change(SwarmSettings observed, Mapping changed) {
    if (observed.version().index() != version) {
      throw new StaleVersionException(
          "cannot change the settings of the swarm: rpc error: code = Unknown desc = update out of"
              + " sequence");
    }
    version++;
    keep(changed);
  }

  private void keep(Mapping changed) {
    spec = changed;
    tokens.lock(changed.mapping(LOCK).get(LOCKED).flatMap(Document::asBoolean).orElse(false));
  }
}
