package dev.swarmha.stack.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.stack.cluster.Access.TlsMaterial;
import dev.swarmha.stack.cluster.ClusterFile.Content;
import dev.swarmha.stack.diagnostic.Diagnostic;
import dev.swarmha.stack.diagnostic.Loaded;
import dev.swarmha.stack.model.StackNetwork;
import dev.swarmha.stack.source.Environment;
import dev.swarmha.stack.source.StackSource;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class ClusterLoaderTest {

  static final String WHOLE =
      """
      managers:
        - host: ssh://ops@10.0.0.10
          advertiseAddr: 10.0.0.10
          labels: {zone: a, rank: 1}
          availability: drain
      workers:
        - host: tcp://10.0.0.20:2376
          name: w1
          tls: {ca: ca.pem, cert: cert.pem, key: key.pem}
          labels: [zone=b, database=primary]
        - context: other
          dataPathAddr: eth1
      swarm:
        autolock: ${LOCK:-false}
        taskHistoryLimit: 5
        heartbeatPeriod: 2s
        defaultAddrPool: [10.20.0.0/16]
        subnetSize: 26
      networks: {public: {driver: overlay, attachable: true}, plain: }
      secrets: {db_password: {file: ./db_password.txt}, key: {env: KEY, labels: {team: shop}}}
      configs: {nginx_conf: {file: ./nginx.conf}}
      """;

  static final String TWELVE_MISTAKES =
      """
      managers:
        - hots: tcp://10.0.0.1
          availability: drained
        - host: tcp://10.0.0.2
          context: two
      workers:
        - host: tcp://10.0.0.2:2375/
          tls: {ca: ca.pem, cert: cert.pem}
        - labels: {zone: true}
      swarm: {taskHistoryLimit: many, defaultAddrPool: [ten]}
      networks: {public: {atachable: true}}
      secrets: {password: {}, token: {file: a, env: B}}
      confgis: {}
      """;

  @Test
  void readsAWholeCluster() {
    Loaded<ClusterFile> loaded = load(WHOLE, Map.of("LOCK", "true"));

    assertThat(loaded.diagnostics()).isEmpty();
    ClusterFile file = loaded.value().orElseThrow();
    ClusterMachine manager = file.managers().get(0);
    assertThat(manager.access()).isEqualTo(Access.host("ssh://ops@10.0.0.10"));
    assertThat(manager.addresses().advertise()).contains("10.0.0.10");
    assertThat(manager.labels()).isEqualTo(Map.of("zone", "a", "rank", "1"));
    assertThat(manager.availability()).contains("drain");
    assertThat(manager).hasToString("ssh://ops@10.0.0.10");
    ClusterMachine worker = file.workers().get(0);
    assertThat(worker.access().tls())
        .contains(new TlsMaterial("ca.pem", Optional.of("cert.pem"), Optional.of("key.pem")));
    assertThat(worker.labels()).isEqualTo(Map.of("zone", "b", "database", "primary"));
    assertThat(worker).hasToString("w1 (tcp://10.0.0.20:2376)");
    assertThat(file.workers().get(1).access()).hasToString("context other");
    assertThat(file.workers().get(1).addresses().dataPath()).contains("eth1");
    assertThat(file.swarm().autolock()).contains(true);
    assertThat(file.swarm().taskHistoryLimit()).contains(5L);
    assertThat(file.swarm().heartbeatPeriod()).contains(Duration.ofSeconds(2));
    assertThat(file.swarm().addressPools()).containsExactly("10.20.0.0/16");
    assertThat(file.swarm().subnetSize()).contains(26);
    assertThat(file.networks()).containsOnlyKeys("public", "plain");
    assertThat(file.networks().values())
        .extracting(StackNetwork::attachable)
        .containsExactly(true, false);
    assertThat(file.secrets().values())
        .extracting(Content::file)
        .containsExactly(Optional.of("./db_password.txt"), Optional.empty());
    assertThat(file.secrets().values())
        .extracting(Content::variable)
        .containsExactly(Optional.empty(), Optional.of("KEY"));
    assertThat(file.secrets().values())
        .extracting(Content::labels)
        .containsExactly(Map.of(), Map.of("team", "shop"));
    assertThat(file.configs()).containsOnlyKeys("nginx_conf");
  }

  @Test
  void tellsAllMistakesAtOnceWithTheirPlaces() {
    assertThat(errors(TWELVE_MISTAKES))
        .containsExactly(
            "cluster.yml:2:5: managers.0.hots: unknown key; did you mean \"host\"?",
            "cluster.yml:3:19: managers.0.availability: \"drained\" is not one of active, pause,"
                + " drain; did you mean \"drain\"?",
            "cluster.yml:5:14: managers.1.context: \"host\" and \"context\" exclude each other;"
                + " leave one of them out",
            "cluster.yml:7:11: workers.0.host: \"tcp://10.0.0.2:2375/\" is named twice; first in"
                + " line 4; each machine is either a manager or a worker, and stands there once",
            "cluster.yml:8:10: workers.0.tls: \"cert\" needs \"key\" beside it; name both files,"
                + " or none",
            "cluster.yml:9:20: workers.1.labels.zone: must be a string or a number or null, not"
                + " true; put it in quotes: \"true\"",
            "cluster.yml:10:27: swarm.taskHistoryLimit: must be a whole number, not the string"
                + " \"many\"",
            "cluster.yml:10:51: swarm.defaultAddrPool.0: \"ten\" is no subnet; such as"
                + " 10.20.0.0/16",
            "cluster.yml:11:21: networks.public.atachable: unknown key; did you mean"
                + " \"attachable\"?",
            "cluster.yml:12:21: secrets.password: \"file\" or \"env\" is missing",
            "cluster.yml:12:47: secrets.token.env: \"file\" and \"env\" exclude each other; leave"
                + " one of them out",
            "cluster.yml:13:1: confgis: unknown key; did you mean \"configs\"?");
  }

  @Test
  void wantsAManager() {
    assertThat(errors("workers: []")).containsExactly("cluster.yml:1:1: \"managers\" is missing");
    assertThat(errors("managers: []"))
        .containsExactly("cluster.yml:1:11: managers: a cluster needs a manager");
    assertThat(errors("- host: tcp://10.0.0.1"))
        .containsExactly(
            "cluster.yml:1:1: the file must be a mapping; the file of a cluster begins with"
                + " \"managers:\"");
  }

  @Test
  void warnsOfAnEvenNumberOfManagers() {
    Loaded<ClusterFile> loaded =
        load("managers: [{host: tcp://10.0.0.1}, {host: tcp://10.0.0.2}]", Map.of());

    assertThat(loaded.isOk()).isTrue();
    assertThat(texts(loaded.warnings()))
        .containsExactly(
            "cluster.yml:1:11: managers: of 2 managers no more may be lost than of 1: none;"
                + " have an odd number of managers");
  }

  @Test
  void saysThatAKeyOfStackFilesMeansNothingHere() {
    Loaded<ClusterFile> loaded =
        load("managers: [{host: tcp://10.0.0.1}]\nx-swarmha: {}\nx-swarma: {}", Map.of());

    assertThat(texts(loaded.warnings()))
        .containsExactly(
            "cluster.yml:2:1: x-swarmha: is for stack files, ignored here",
            "cluster.yml:3:1: x-swarma: unknown extension, ignored; did you mean \"x-swarmha\"?");
  }

  @Test
  void refusesAVariableThatMustBeSet() {
    assertThat(errors("managers: [{host: 'tcp://${M1:?the first manager}'}]"))
        .hasSize(1)
        .first()
        .asString()
        .startsWith("cluster.yml:1:26: managers.0.host: ")
        .contains("M1")
        .contains("the first manager");
  }

  private static List<String> errors(String text) {
    return texts(load(text, Map.of()).errors());
  }

  private static List<String> texts(List<Diagnostic> diagnostics) {
    return diagnostics.stream()
        .map(one -> one + one.hint().map(hint -> "; " + hint).orElse(""))
        .toList();
  }

  private static Loaded<ClusterFile> load(String text, Map<String, String> variables) {
    return new ClusterLoader(new Environment(variables)).load(new StackSource("cluster.yml", text));
  }
}
