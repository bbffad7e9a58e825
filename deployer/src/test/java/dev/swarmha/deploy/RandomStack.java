package dev.swarmha.deploy;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Valid stack files by chance, the same for the same seed. A {@code #} in a key's value stands for
 * the number of the service.
 */
final class RandomStack {

  /** Keys of a service with values, of which any may stand beside any other. */
  private static final List<List<String>> STACK =
      List.of(
          List.of("command: [sh, -c, 'echo $$HOME']", "command: run 'a b' 08", "command: []"),
          List.of("entrypoint: /start.sh", "entrypoint: [a, '', '# b']"),
          List.of(
              "environment: {A: '08', B: 0o17, C: '0o17', D: 1e6, E: -0.0, F: yes, G: , H: ''}",
              "environment: ['A=$$x', 'B=a=b', C, 'D=\"']",
              "environment: {T: 2001-12-14, U: '2001-12-14', V: \"a\\tb\\n c\\n\", W: '=', X: '<<'}"),
          List.of("labels: {a: 1.10, b: , c: '$${x}'}", "labels: [a=b, c]"),
          List.of(
              "ports: ['808#:80', 443, '9#00-9#02:90/udp']",
              "ports: [{target: 80, published: 80, mode: host}, '5#:53/udp', '5#:53/tcp']"),
          List.of(
              "volumes: ['data:/data:ro', './conf:/conf', '/anonymous', '~/x:/y']",
              "volumes: [{type: tmpfs, target: /t, tmpfs: {size: 65536}}, {type: volume, source: data,"
                  + " target: /d, volume: {nocopy: true, subpath: s}}]",
              "volumes: ['named:/n', 'outside:/o:nocopy', 'data:/one', 'data:/two:ro', '/a:/b:rslave']",
              "volumes: [{type: bind, source: /a, target: /b, bind: {}}, {type: cluster, source:"
                  + " outside, target: /c}, {type: tmpfs, target: /t}]"),
          List.of(
              "networks: [front]",
              "networks: {front: {aliases: [a, b]}, default: }",
              "networks: {proxy: {aliases: [www]}, front: {driver_opts: {a: b}}}",
              "networks: [host]",
              "networks: [of-the-node, default]"),
          List.of("secrets: [key]", "secrets: [{source: key, target: /k, mode: 0440, uid: '5'}]"),
          List.of("configs: [{source: conf, target: /etc/c}]"),
          List.of("credential_spec: {registry: r}", "credential_spec: {file: f.json}"),
          List.of("isolation: process"),
          List.of(
              "healthcheck: {test: curl x, interval: 5s, retries: 3}",
              "healthcheck: {disable: true}",
              "healthcheck: {test: [NONE]}",
              "healthcheck: {start_period: 1m, start_interval: 1500ms, timeout: 2s}"),
          List.of(
              "deploy: {replicas: 3, labels: {x: '$$'}, update_config: {parallelism: 0, delay: 1m30s,"
                  + " order: start-first, max_failure_ratio: 0.25}}",
              "deploy: {mode: global, placement: {constraints: [node.role == worker],"
                  + " preferences: [{spread: node.labels.zone}]}}",
              "deploy: {resources: {limits: {cpus: '0.5', memory: 64M, pids: 5}, reservations:"
                  + " {generic_resources: [{discrete_resource_spec: {kind: gpu, value: 2}}]}}}",
              "deploy: {restart_policy: {condition: on-failure, max_attempts: 0}}",
              "deploy: {restart_policy: {delay: 0s, window: 1500ms}, endpoint_mode: vip}",
              "deploy: {rollback_config: {failure_action: continue, monitor: 1m}, update_config: {}}",
              "deploy: {mode: replicated-job, replicas: 3, labels: {job: '#'}}",
              "deploy: {mode: replicated-job, restart_policy: {condition: none}}",
              "deploy: {mode: global-job, placement: {constraints: ['node.labels.a != b']}}",
              "deploy: {replicas: 0, placement: {max_replicas_per_node: 2}}",
              "restart: on-failure:3"),
          List.of("ulimits: {nofile: 1024, nproc: {soft: 1, hard: 2}}", "ulimits: {memlock: -1}"),
          List.of(
              "extra_hosts: ['a:10.0.0.1', 'b=[::1]']", "extra_hosts: {b: 10.0.0.2, a: 10.0.0.1}"),
          List.of("dns: 8.8.8.8", "dns: [1.1.1.1, 8.8.8.8]"),
          List.of("dns_search: example.org"),
          List.of("cap_add: [NET_ADMIN, ALL]"),
          List.of("sysctls: {net.core.somaxconn: 1024}"),
          List.of(
              "logging: {driver: json-file, options: {max-size: 5, tag: '{{.Name}}$$'}}",
              "logging: {options: {tag: ''}}",
              "logging: {}"),
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
          List.of("dns_opt: [ndots:1]"),
          List.of(
              "security_opt: [no-new-privileges]",
              "security_opt: ['seccomp={\"a\": \"$$b\"}', apparmor=unconfined, 'label=user:u']"),
          List.of("platform: linux/amd64"),
          List.of("tmpfs: /run:size=64k,mode=1777"),
          List.of("shm_size: 1m"));

  /** Values that only the compose specification has, of keys that others have too. */
  private static final Map<String, String> MORE =
      Map.of(
          "ports", "ports: [{name: http, target: 80, published: '70#'}, 81]",
          "volumes",
              "volumes: [{type: bind, source: /a, target: /b, bind: {recursive: disabled}}, {type:"
                  + " volume, source: data, target: /d, volume: {labels: {x: y}}}]",
          "networks", "networks: {wide: }");

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
      List<String> keys = keys(STACK, 0.4);
      if (compose) {
        keys.addAll(keys(COMPOSE, 0.3));
      }
      String number = String.valueOf(i);
      keys.forEach(key -> text.append("    ").append(key.replace("#", number)).append('\n'));
    }
    text.append("  db: {image: db, healthcheck: {test: 'true'}}\n");
    text.append("networks:\n  front: {driver_opts: {encrypted: ''}, labels: [a=b]}\n");
    text.append("  default:\n  proxy: {external: true}\n  host: {external: true}\n");
    text.append("  of-the-node: {external: true, name: bridge}\n");
    if (compose) {
      text.append("  wide: {enable_ipv6: true, internal: true, ipam: {driver: default, config:\n");
      text.append(
          "    [{subnet: 10.9.0.0/24, gateway: 10.9.0.9, aux_addresses: {a: 10.9.0.2}}]}}\n");
    }
    text.append("volumes:\n  data: {driver: local, driver_opts: {size: 5}}\n");
    text.append(
        "  named: {name: 'v-{{.Task.Slot}}', labels: {a: b}}\n  outside: {external: true}\n");
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
        keys.add(oneOf(choice));
      }
    }
    return keys;
  }

  private String oneOf(List<String> choice) {
    String key = choice.get(0).split(":", 2)[0];
    List<String> values = new ArrayList<>(choice);
    if (compose && MORE.containsKey(key)) {
      values.add(MORE.get(key));
    }
    return values.get(random.nextInt(values.size()));
  }
}
