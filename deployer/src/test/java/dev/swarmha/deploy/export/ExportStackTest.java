package dev.swarmha.deploy.export;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.swarmha.deploy.diff.StackDiff;
import dev.swarmha.deploy.outcome.Outcome;
import dev.swarmha.engine.NotFoundException;
import dev.swarmha.engine.ResourceKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ExportStackTest {

  private static final String EVERYTHING =
      """
      services:
        web:
          image: web:1
          command: ["serve", "--price", "5$$"]
          environment: {LEVEL: info, "dotted.key": "a=b"}
          ports: ["8080:80", "53:53/udp"]
          networks: {front: {aliases: [www]}, proxy: {}}
          volumes: ["data:/data:ro", "/etc/localtime:/etc/localtime"]
          secrets: [key, {source: token, target: /run/token, uid: "5", mode: 0400}]
          healthcheck: {test: curl -f localhost, interval: 1m30s, retries: 3}
          deploy:
            replicas: 2
            labels: {traefik.enable: "true"}
            resources: {limits: {cpus: "0.5", memory: 64M}}
      networks: {front: {driver_opts: {encrypted: ""}}, proxy: {external: true}}
      volumes: {data: {driver: nfs, driver_opts: {share: srv}}}
      secrets: {key: {file: a.txt}, token: {external: true}}
      """;

  private static final String BEYOND_DOCKER =
      """
      services:
        web:
          image: web:1
          platform: linux/arm64
          group_add: [audio, "5"]
          dns: [1.1.1.1]
          dns_opt: ["ndots:2"]
          oom_score_adj: -500
          security_opt:
            - no-new-privileges
            - seccomp={"defaultAction":"SCMP_ACT_ERRNO"}
            - apparmor=unconfined
            - label=user:USER
            - label=level:s0:c1,c2
          ports: [{name: http, target: 80, published: 8080}]
          volumes:
            - {type: bind, source: /a, target: /b, bind: {recursive: disabled, propagation: rslave}}
            - {type: tmpfs, target: /t, tmpfs: {size: 65536, mode: 01777}}
            - {type: volume, source: data, target: /d}
            - {type: volume, source: data, target: /e, volume: {labels: {mine: "1"}}}
        back:
          image: web:1
          security_opt: [seccomp=unconfined, apparmor=docker-default, label=disable]
      networks:
        default:
          enable_ipv4: false
          enable_ipv6: true
          ipam:
            options: {o: v}
            config:
              - {subnet: 10.9.0.128/25, gateway: 10.9.0.254, ip_range: 10.9.0.192/26,
                 aux_addresses: {router: 10.9.0.200}}
      volumes: {data: {}}
      """;

  private final ExportScene scene;
  private final Path directory;

  ExportStackTest(@TempDir Path directory) {
    this.directory = directory;
    this.scene = new ExportScene(directory);
  }

  @BeforeEach
  void writesFilesForSecretsAndConfigs() throws IOException {
    Files.writeString(directory.resolve("a.txt"), "content a");
    Files.writeString(directory.resolve("b.txt"), "content b");
    scene.external(ResourceKind.NETWORK, "proxy");
    scene.external(ResourceKind.SECRET, "token");
    scene.external(ResourceKind.CONFIG, "motd");
  }

  @Test
  void readsFromTheRevisionsWhatNoSpecHolds() {
    scene.deploy(
        "services: {web: {image: web:1, x-swarmha: {minAvailable: 1}}, db: {image: db:1}}");

    assertThat(scene.export().file().mapping("services"))
        .satisfies(
            services -> {
              assertThat(services.mapping("web").mapping("x-swarmha").number("minAvailable"))
                  .contains(1L);
              assertThat(services.mapping("db").mapping("x-swarmha").has("minAvailable")).isFalse();
            });
  }

  @Test
  void writesTheStackInTheWordsOfAFile() throws IOException {
    deploy(EVERYTHING);

    Golden.check("export.yml", scene.exported());
    assertThat(scene.export().unseen()).isEmpty();
  }

  @Test
  void writesWhatDockersFormatLacksInTheWordsOfTheComposeSpecification() throws IOException {
    deploy(BEYOND_DOCKER);

    String file = scene.exported();

    Golden.check("export-beyond-docker.yml", file);
    assertThat(scene.export().unseen())
        .contains(
            "services.web.group_add: docker stack deploy does not see this; it stands under"
                + " x-swarmha.compose")
        .hasSize(15);
    assertThat(scene.deploy(file)).isInstanceOf(Outcome.Unchanged.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{image: 'web:1'}",
        "{image: 'reg.example.com:5000/team/web'}",
        "{image: web:1, entrypoint: [/run], command: a 'b c', user: '5:6', working_dir: /w}",
        "{image: web:1, hostname: '{{.Node.Hostname}}', tty: true, stdin_open: true}",
        "{image: web:1, init: false, stop_signal: SIGINT, stop_grace_period: 1m, read_only: true}",
        "{image: web:1, init: true, stop_grace_period: 0s}",
        "{image: web:1, environment: {A: $$x, D: 1.10, E: \"a\\nb\"}}",
        "{image: web:1, labels: {a: b, c.d: ''}, deploy: {labels: {e: f}}}",
        "{image: web:1, extra_hosts: ['a:1.2.3.4', 'b:::1']}",
        "{image: web:1, dns: [1.1.1.1], dns_search: [example.com]}",
        "{image: web:1, healthcheck: {disable: true}}",
        "{image: web:1, healthcheck: {test: NONE, start_period: 1s}}",
        "{image: web:1, cap_add: [NET_ADMIN], cap_drop: [ALL], sysctls: {a.b: 1}}",
        "{image: web:1, ulimits: {nofile: {soft: 5, hard: 6}, nproc: 7}, isolation: default}",
        "{image: web:1, logging: {driver: syslog, options: {tag: x, empty: ''}}}",
        "{image: web:1, logging: {}}",
        "{image: web:1, deploy: {mode: global}}",
        "{image: web:1, deploy: {replicas: 0, endpoint_mode: dnsrr}}",
        "{image: web:1, deploy: {update_config: {parallelism: 0, delay: 5s, order: start-first}}}",
        "{image: web:1, deploy: {update_config: {failure_action: rollback, monitor: 1m}}}",
        "{image: web:1, deploy: {rollback_config: {max_failure_ratio: 0.123456789}}}",
        "{image: web:1, deploy: {restart_policy: {condition: on-failure, max_attempts: 2}}}",
        "{image: web:1, deploy: {restart_policy: {condition: none, delay: 1s, window: 1500ms}}}",
        "{image: web:1, deploy: {restart_policy: {}}}",
        "{image: web:1, restart: on-failure:5}",
        "{image: web:1, deploy: {placement: {constraints: [node.role == manager, node.labels.a!=b]}}}",
        "{image: web:1, deploy: {placement: {preferences: [{spread: node.labels.z}]}}}",
        "{image: web:1, deploy: {placement: {max_replicas_per_node: 2}}}",
        "{image: web:1, deploy: {resources: {limits: {cpus: '1.5', memory: 1G, pids: 5}}}}",
        "{image: web:1, deploy: {resources: {limits: {}, reservations: {memory: 100000001b}}}}",
        "{image: web:1, deploy: {resources: {reservations: {generic_resources: "
            + "[{discrete_resource_spec: {kind: gpu, value: 2}}]}}}}",
        "{image: web:1, ports: [80, '81:81', {target: 82, published: 82, mode: host}]}",
        "{image: web:1, ports: ['9000-9002:90', '53:53/udp', '54:54/sctp']}",
        "{image: web:1, volumes: [/anonymous, 'data:/data', 'named:/n:nocopy', '/a:/b:rslave']}",
        "{image: web:1, volumes: ['ext:/ext', 'data:/one', 'data:/two:ro']}",
        "{image: web:1, volumes: [{type: tmpfs, target: /t, tmpfs: {size: 1000000}}]}",
        "{image: web:1, volumes: [{type: bind, source: /a, target: /b, bind: {}}]}",
        "{image: web:1, volumes: [{type: volume, source: data, target: /d, volume: {subpath: s}}]}",
        "{image: web:1, networks: [default, proxy]}",
        "{image: web:1, networks: {front: {aliases: [a, web, b]}, named: {}}}",
        "{image: web:1, secrets: [s1, {source: s1, target: again}, token], configs: [c1, motd]}",
        "{image: web:1, configs: [{source: c1, target: /etc/c, uid: '1', gid: '2', mode: 0}]}",
        "{image: web:1, deploy: {mode: replicated-job, replicas: 3}}",
        "{image: web:1, deploy: {mode: replicated-job, restart_policy: {condition: none}}}",
        "{image: web:1, deploy: {mode: global-job, placement: {constraints: [node.role==worker]}}}",
        "{image: web:1, networks: [host]}",
        "{image: web:1, networks: [outside, front]}",
        "{image: web:1, credential_spec: {file: spec.json}}",
        "{image: web:1, credential_spec: {registry: spec}}",
        "{image: web:1, credential_spec: {config: motd}, configs: [motd, c1]}",
        "{image: web:1, volumes: [{type: npipe, source: '\\\\.\\pipe\\x', target: /p}]}",
        "{image: web:1, volumes: [{type: cluster, source: ext, target: /c, read_only: true}]}",
        "{image: web:1, volumes: [{type: cluster, source: 'group:g', target: /c}]}",
        "{image: web:1, volumes: [{type: volume, source: 'local', target: /l}, 'data:/d']}",
        "{image: web:1, volumes: [{type: tmpfs, target: /t}, {type: bind, source: /x,"
            + " target: /y, consistency: cached}]}",
        "{image: 'web@sha256:0123456789012345678901234567890123456789012345678901234567890123'}",
        "{image: web:1, environment: ['T={{.Task.Slot}}', 'S=a $$b', 'M=x=y ']}",
        "{image: web:1, isolation: hyperv, deploy: {update_config: {failure_action: continue}}}",
        "{image: web:1, cap_add: [ALL], cap_drop: [NET_RAW]}",
        "{image: web:1, ulimits: {memlock: -1}, sysctls: {net.ipv4.ip_local_port_range: '1 2'}}",
        "{image: web:1, healthcheck: {start_interval: 5s, timeout: 0s, retries: 0}}",
      })
  void changesNothingWhenItIsDeployedAgain(String service) {
    String written = "services:\n  web: " + service + SECTIONS;
    deploy(written);
    StackDiff nothing = scene.diff(written, true);
    assertThat(nothing.objects()).isEmpty();
    assertThat(nothing.notes()).isEmpty();

    String file = scene.exported();

    assertThat(scene.deploy(file)).isInstanceOf(Outcome.Unchanged.class);
    assertThat(scene.exported()).isEqualTo(file);
  }

  private static final String SECTIONS =
      """

      networks:
        proxy: {external: true}
        host: {external: true}
        outside: {external: true, name: bridge}
        front: {attachable: true, internal: true, labels: {a: b}}
        named: {name: other}
      volumes:
        data: {driver: nfs, driver_opts: {o: v}, labels: {x: y}}
        named: {name: some-volume}
        ext: {external: true, name: outside}
        local: {driver: local}
      secrets:
        s1: {file: a.txt, labels: {k: v}}
        token: {external: true}
      configs:
        c1: {file: b.txt, name: app-config}
        motd: {external: true}
      """;

  @Test
  void keepsApartWhatWouldHaveTheSameKey() {
    scene.external(ResourceKind.SECRET, "key");
    deploy(
        """
        services: {web: {image: web:1, secrets: [own, {source: other, target: o}]}}
        secrets: {own: {file: a.txt, name: shop_key}, other: {external: true, name: key}}
        """);

    assertThat(scene.export().file().mapping("secrets").keys()).hasSize(2).contains("key");
    assertThat(scene.deploy(scene.exported())).isInstanceOf(Outcome.Unchanged.class);
  }

  @Test
  void givesVolumesWithTemplatesInTheirNamesKeysThatAFileMayHave() {
    deploy(
        """
        services: {web: {image: web:1, volumes: ['data:/data', 'more:/more']}}
        volumes: {data: {name: 'data-{{.Task.Slot}}'}, more: {name: 'data-{{.Task.Name}}'}}
        """);

    String file = scene.exported();

    assertThat(file).contains("  data-Task-Slot:\n    name: data-{{.Task.Slot}}\n");
    assertThat(scene.deploy(file)).isInstanceOf(Outcome.Unchanged.class);
  }

  @Test
  void knowsNoStackWithoutServices() {
    assertThatThrownBy(scene::export)
        .isInstanceOf(NotFoundException.class)
        .hasMessage("there is no stack \"shop\"; the swarm has none");
  }

  private void deploy(String yaml) {
    assertThat(scene.deploy(yaml)).isInstanceOf(Outcome.Detached.class);
  }
}
