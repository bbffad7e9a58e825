package dev.swarmha.cli.option;

import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.deploy.DeployRequest;
import dev.swarmha.deploy.DeployRequest.Patience;
import dev.swarmha.deploy.operate.OperateRequest.OperateTerms;
import dev.swarmha.deploy.plan.Dependencies;
import dev.swarmha.deploy.plan.DesiredStack;
import dev.swarmha.deploy.plan.HealthTarget.Expectation;
import dev.swarmha.document.Mapping;
import dev.swarmha.engine.Payload;
import dev.swarmha.wait.probe.HealthCheck;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** What options say when they are left out is what the requests say themselves. */
final class DefaultsTest {

  @Test
  void aDeployWaitsAsLongAsItsRequest() {
    assertThat(parsed(new PatienceMixin()).patience()).isEqualTo(Patience.DEFAULT);
  }

  @Test
  void aDeployDoesNotWaitForAnotherLikeItsRequest() {
    DesiredStack nothing =
        new DesiredStack(
            "shop", List.of(), Set.of(), Dependencies.none(), List.of(), Mapping.empty());

    assertThat(parsed(new LockMixin()).timeout())
        .isEqualTo(DeployRequest.of(nothing).lockTimeout());
  }

  @Test
  void anOperatorWaitsAsLongAsTheRequest() {
    assertThat(parsed(new OperateMixin()).terms()).isEqualTo(OperateTerms.DEFAULT);
  }

  @Test
  void aHealthUrlIsAskedAsOneInAStackFileIs() {
    HealthCheck check =
        parsed(new HealthMixin(), "--health", "http://n1/").checks(DefaultsTest::noFile).get(0);

    assertThat(check.retries()).isEqualTo(Expectation.DEFAULT.retries());
    assertThat(check.interval()).isEqualTo(Expectation.DEFAULT.interval());
    assertThat(check.probe().timeout()).isEqualTo(Expectation.DEFAULT.timeout());
  }

  private static Payload noFile(String name) {
    throw new AssertionError("nobody named a file");
  }

  private static <T> T parsed(T mixin, String... arguments) {
    CommandLine command = new CommandLine(new Empty());
    command.addMixin("options", mixin);
    command.registerConverter(Duration.class, new DurationConverter());
    command.parseArgs(arguments);
    return mixin;
  }

  @Command
  private static final class Empty {}
}
