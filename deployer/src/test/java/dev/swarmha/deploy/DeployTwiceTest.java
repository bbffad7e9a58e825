package dev.swarmha.deploy;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.deploy.convert.SpecConverter;
import dev.swarmha.deploy.outcome.Outcome;
import dev.swarmha.deploy.plan.DesiredStack;
import dev.swarmha.engine.ResourceKind;
import dev.swarmha.stack.diagnostic.Loaded;
import dev.swarmha.stack.dialect.DialectChoice;
import dev.swarmha.stack.model.StackLoader;
import dev.swarmha.stack.source.Environment;
import dev.swarmha.stack.source.StackSource;
import dev.swarmha.stack.source.StackSources;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;

class DeployTwiceTest {

  /** Every field of a spec that only the compose specification can ask for. */
  private static final String FILE =
      """
      services:
        web:
          image: web:1
          platform: linux/amd64
          group_add: [audio]
          dns_opt: [ndots:1]
          oom_score_adj: 10
          security_opt: [no-new-privileges, seccomp=unconfined, label=disable]
          tmpfs: '/run:size=1m,mode=700'
          shm_size: 64m
          mem_limit: 64m
          pids_limit: 50
          restart: on-failure:3
          scale: 2
          credential_spec: {config: account}
          extra_hosts: {db: [10.0.0.1, 10.0.0.2]}
          ports: [{name: http, target: 80, published: '8080'}]
          secrets: [token]
          volumes:
            - {type: bind, source: /a, target: /b, bind: {recursive: disabled}}
            - {type: volume, source: data, target: /data, volume: {labels: {a: b}, subpath: c}}
          depends_on: {db: {condition: service_healthy}}
        db:
          image: db:1
      volumes: {data: {}}
      configs: {account: {content: '{}'}}
      secrets: {token: {environment: TOKEN}}
      networks:
        default: {enable_ipv6: true, ipam: {config: [{subnet: fd00::/64, gateway: 'fd00::1'}]}}
      """;

  private final DeployScene scene = new DeployScene();

  @Test
  void changesNothingTheSecondTime() {
    assertThat(scene.run(Requests.of(stack()))).isInstanceOf(Outcome.Deployed.class);

    assertThat(scene.run(Requests.of(stack()))).isInstanceOf(Outcome.Unchanged.class);
  }

  @Test
  void keepsTheValuesOfSecretsOutOfItsRevision() throws IOException {
    scene.run(Requests.of(stack()));

    byte[] data = scene.swarm.payload(ResourceKind.CONFIG, "shop.swarmha.r1").bytes();
    GZIPInputStream plain = new GZIPInputStream(new ByteArrayInputStream(data));
    assertThat(new String(plain.readAllBytes(), UTF_8))
        .contains("shop_token", "web:1")
        .doesNotContain("t0p", Base64.getEncoder().encodeToString("t0p".getBytes(UTF_8)));
  }

  private static DesiredStack stack() {
    StackSources sources = StackSources.of(Path.of("/project"), new StackSource("stack.yml", FILE));
    Loaded<DesiredStack> loaded =
        new StackLoader(new Environment(Map.of("TOKEN", "t0p")))
            .load(DialectChoice.COMPOSE, sources)
            .then(stack -> new SpecConverter().convert("shop", stack));
    return loaded.value().orElseThrow(() -> new AssertionError(loaded.diagnostics().toString()));
  }
}
