package dev.swarmha.deploy;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Valid stack files by chance, the same for the same seed. */
final class RandomStack {

  /** Keys of a service with values, of which any may stand beside any other. */
  private static final List<List<String>> STACK =
      List.of(
          List.of("command: [sh, -c, 'echo $$HOME']", "command: run 'a b' 08", "command: []"),
          List.of("entrypoint: /start.sh", "entrypoint: [a, '', '#']"),
          List.of(
              "environment: {A: '08', B: 0o17, C: '0o17', D: 1e6, E: -0.0, F: yes, G: , H: ''}",
              "environment: ['A=$$x', 'B=a=b', C, 'D=\"']",
              "environment: {T: 2001-12-14, U: '2001-12-14', V: \"a\\tb\\n c\\n\", W: '=', X: '<<'}"),
          List.of("labels: {a: 1.10, b: , c: '$${x}'}", "labels: [a=b, c]"),
          List.of(
              "ports: ['8080:80', 443, '9000-9002:90/udp']",
              "ports: [{target: 80, published: 80, mode: host}, '53:53/udp', '53:53/tcp']"),
          List.of(
              "volumes: ['data:/data:ro', './conf:/conf', '/anonymous', '~/x:/y']",
              "volumes: [{type: tmpfs, target: /t, tmpfs: {size: 65536}}, {type: volume, source: data,"
                  + " target: /d, volume: {nocopy: true, subpath: s}}]"),
          List.of("networks: [front]", "networks: {front: {aliases: [a, b]}, default: }"),
          List.of("secrets: [key]", "secrets: [{source: key, target: /k, mode: 0440, uid: '5'}]"),
          List.of("configs: [{source: conf, target: /etc/c}]"),
          List.of(
              "healthcheck: {test: curl x, interval: 5s, retries: 3}",
              "healthcheck: {disable: true}"),
          List.of(
              "deploy: {replicas: 3, labels: {x: '$$'}, update_config: {parallelism: 0, delay: 1m30s,"
                  + " order: start-first, max_failure_ratio: 0.25}}",
              "deploy: {mode: global, placement: {constraints: [node.role == worker],"
                  + " preferences: [{spread: node.labels.zone}]}}",
              "deploy: {resources: {limits: {cpus: '0.5', memory: 64M, pids: 5}, reservations:"
                  + " {generic_resources: [{discrete_resource_spec: {kind: gpu, value: 2}}]}}}",
              "deploy: {restart_policy: {condition: on-failure, max_attempts: 0}}",
              "restart: on-failure:3"),
          List.of("ulimits: {nofile: 1024, nproc: {soft: 1, hard: 2}}"),
          List.of(
              "extra_hosts: ['a:10.0.0.1', 'b=[::1]']", "extra_hosts: {b: 10.0.0.2, a: 10.0.0.1}"),
          List.of("dns: 8.8.8.8", "dns: [1.1.1.1, 8.8.8.8]"),
          List.of("dns_search: example.org"),
          List.of("cap_add: [NET_ADMIN, ALL]"),
          List.of("sysctls: {net.core.somaxconn: 1024}"),
          List.of("logging: {driver: json-file, options: {max-size: 5, tag: '{{.Name}}$$'}}"),
          List.of("stop_grace_period: 1m"),
          List.of("user: '1000'", "user: root"),
          List.of("tty: true", "stdin_open: true", "read_only: true", "init: false"),
          List.of("hostname: '{{.Node.Hostname}}'"),
          List.of("build: .", "container_name: x", "expose: ['80']"),
          List.of("x-note: {a: [1, '2', 3.5, null, true]}"),
          List.of("x-swarmha: {minAvailable: 1}"));

  /** Keys that only the compose specification has. */
  private static final List<List<String>> COMPOSE =
      List.of(
          List.of("group_add: [audio, 5]"),
          List.of("mem_reservation: 32m"),
          List.of("oom_score_adj: 5"),
          List.of("depends_on: {db: {condition: service_healthy}}"),
          List.of("annotations: {a: b}"),
          List.of("security_opt: [no-new-privileges]"),
          List.of("dns_opt: [ndots:1]"));

  private final Random random;
  private final boolean compose;

  RandomStack(long seed, boolean compose) {
    this.random = new Random(seed);
    this.compose = compose;
  }

  String text() {
    StringBuilder text = new StringBuilder("services:\n");
    for (int i = 0; i <= random.nextInt(3); i++) {
      text.append("  web").append(i).append(":\n    image: web:").append(i).append('\n');
      keys(STACK, 0.4).forEach(key -> text.append("    ").append(key).append('\n'));
      if (compose) {
        keys(COMPOSE, 0.3).forEach(key -> text.append("    ").append(key).append('\n'));
      }
    }
    text.append("  db: {image: db, healthcheck: {test: 'true'}}\n");
    text.append("networks: {front: {driver_opts: {encrypted: ''}, labels: [a=b]}, default: }\n");
    text.append("volumes: {data: {driver: local, driver_opts: {size: 5}}}\n");
    text.append("secrets: {key: {external: true, name: real_key}}\n");
    text.append(
        compose && random.nextBoolean()
            ? "configs: {conf: {content: \"a $$b\\n\"}}\n"
            : "configs: {conf: {external: true}}\n");
    return text.append("x-any: &any [a, '$$', 017]\n").toString();
  }

  private List<String> keys(List<List<String>> choices, double share) {
    List<String> keys = new ArrayList<>();
    for (List<String> choice : choices) {
      if (random.nextDouble() < share) {
        keys.add(choice.get(random.nextInt(choice.size())));
      }
    }
    return keys;
  }
}
