package dev.swarmha.deploy.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.document.Mapping;
import dev.swarmha.engine.ResourceId;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

final class ComparisonRulesTest {

  private final ComparisonRules rules =
      new ComparisonRules(Map.of(new ResourceId("wi1wvuff931y"), "shop_backend"));

  record Case(String name, String sent, String observed) {
    @Override
    public String toString() {
      return name;
    }
  }

  /** What an Engine 20.10 gave back for what was sent. */
  static final List<Case> SAME =
      List.of(
          new Case("replicas", "Mode: {Replicated: {}}", "Mode: {Replicated: {Replicas: 1}}"),
          new Case("global", "Mode: {Global: {}}", "Mode: {Global: {}}"),
          new Case("endpoint mode", "EndpointSpec: {}", "EndpointSpec: {Mode: vip}"),
          new Case("endpoint", "{}", "EndpointSpec: {Mode: vip}"),
          new Case(
              "ports",
              "EndpointSpec: {Ports: [{TargetPort: 80, PublishedPort: 8080}]}",
              "EndpointSpec: {Mode: vip, Ports: [{Protocol: tcp, TargetPort: 80,"
                  + " PublishedPort: 8080, PublishMode: ingress}]}"),
          new Case(
              "update policy",
              "UpdateConfig: {Parallelism: 1, MaxFailureRatio: 0, Order: ''}",
              "UpdateConfig: {Parallelism: 1, FailureAction: pause, MaxFailureRatio: 0.0,"
                  + " Order: stop-first}"),
          new Case(
              "restart policy",
              "TaskTemplate: {RestartPolicy: {Delay: 1000000000}}",
              "TaskTemplate: {RestartPolicy: {Condition: any, Delay: 1000000000,"
                  + " MaxAttempts: 0}}"),
          new Case(
              "order of ports",
              "EndpointSpec: {Ports: [{TargetPort: 1}, {TargetPort: 2}]}",
              "EndpointSpec: {Ports: [{TargetPort: 2}, {TargetPort: 1}]}"),
          new Case(
              "order of references to one secret",
              "TaskTemplate: {ContainerSpec: {Secrets: [{SecretName: s, File: {Name: a}},"
                  + " {SecretName: s, File: {Name: b}}]}}",
              "TaskTemplate: {ContainerSpec: {Secrets: [{SecretName: s, File: {Name: b}},"
                  + " {SecretName: s, File: {Name: a}}]}}"),
          new Case("runtime", "TaskTemplate: {}", "TaskTemplate: {Runtime: container}"),
          new Case("force update", "TaskTemplate: {}", "TaskTemplate: {ForceUpdate: 0}"),
          new Case(
              "isolation and privileges",
              "TaskTemplate: {ContainerSpec: {Image: web, Privileges: {CredentialSpec: null,"
                  + " SELinuxContext: null, NoNewPrivileges: false}}}",
              "TaskTemplate: {ContainerSpec: {Image: web, Isolation: default, Privileges:"
                  + " {CredentialSpec: null, SELinuxContext: null}}}"),
          new Case(
              "network by name",
              "TaskTemplate: {Networks: [{Target: shop_backend, Aliases: [web]}]}",
              "TaskTemplate: {Networks: [{Target: wi1wvuff931y, Aliases: [web]}]}"),
          new Case(
              "secret id",
              "TaskTemplate: {ContainerSpec: {Secrets: [{SecretName: s, File: {Mode: 292}}]}}",
              "TaskTemplate: {ContainerSpec: {Secrets: [{SecretID: x1, SecretName: s,"
                  + " File: {Mode: 292}}]}}"));

  static final List<Case> DIFFERENT =
      List.of(
          new Case("mode", "Mode: {Replicated: {}}", "Mode: {Global: {}}"),
          new Case(
              "no replicas",
              "Mode: {Replicated: {Replicas: 0}}",
              "Mode: {Replicated: {Replicas: 1}}"),
          new Case("empty label", "Labels: {a: ''}", "Labels: {}"),
          new Case(
              "init",
              "TaskTemplate: {ContainerSpec: {Init: false}}",
              "TaskTemplate: {ContainerSpec: {}}"),
          new Case(
              "no grace at all",
              "TaskTemplate: {ContainerSpec: {StopGracePeriod: 0}}",
              "TaskTemplate: {ContainerSpec: {}}"),
          new Case(
              "no delay at all",
              "TaskTemplate: {RestartPolicy: {Delay: 0}}",
              "TaskTemplate: {RestartPolicy: {}}"),
          new Case("all at once", "UpdateConfig: {Parallelism: 0}", "UpdateConfig: {}"),
          new Case(
              "another port",
              "EndpointSpec: {Ports: [{TargetPort: 1}, {TargetPort: 2}]}",
              "EndpointSpec: {Ports: [{TargetPort: 2}, {TargetPort: 3}]}"),
          new Case(
              "another network",
              "TaskTemplate: {Networks: [{Target: shop_frontend}]}",
              "TaskTemplate: {Networks: [{Target: wi1wvuff931y}]}"),
          new Case(
              "image",
              "TaskTemplate: {ContainerSpec: {Image: 'web:1'}}",
              "TaskTemplate: {ContainerSpec: {Image: 'web:2'}}"));

  @ParameterizedTest
  @FieldSource("SAME")
  void seesNoDifferenceInWhatTheEngineFillsIn(Case each) {
    assertThat(rules.smallest(Yaml.read(each.sent())))
        .isEqualTo(rules.smallest(Yaml.read(each.observed())));
  }

  @ParameterizedTest
  @FieldSource("DIFFERENT")
  void seesWhatTheEngineWouldTreatDifferently(Case each) {
    assertThat(rules.smallest(Yaml.read(each.sent())))
        .isNotEqualTo(rules.smallest(Yaml.read(each.observed())));
  }

  @Test
  void smallestOfTheSmallestIsItself() {
    Mapping spec =
        Yaml.read("{Name: a, Labels: {x: y}, Mode: {Replicated: {Replicas: 3}}, UpdateConfig: {}}");

    assertThat(rules.smallest(rules.smallest(spec))).isEqualTo(rules.smallest(spec));
  }
}
