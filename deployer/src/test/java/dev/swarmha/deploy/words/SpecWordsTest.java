package dev.swarmha.deploy.words;

import static dev.swarmha.deploy.words.SpecWordsTest.Case.saying;
import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.document.Mapping;
import dev.swarmha.stack.diagnostic.Diagnostics;
import dev.swarmha.stack.parse.YamlParser;
import dev.swarmha.stack.source.StackSource;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What one value of a file becomes several of a spec, and what they say together. */
final class SpecWordsTest {

  record Case(String spec, String said, String unsaid) {
    static Case saying(String spec, String said) {
      return new Case(spec, said, "{}");
    }

    static Case leaving(String spec) {
      return new Case(spec, "{}", spec);
    }
  }

  static List<Case> cases() {
    return List.of(
        saying(
            "{TaskTemplate: {Resources: {Limits: {MemoryBytes: 67108864}, SwapBytes: 33554432}}}",
            "{deploy: {resources: {limits: {memory: 64M}}}, memswap_limit: 96M}"),
        saying("{TaskTemplate: {Resources: {SwapBytes: 1024}}}", "{memswap_limit: 1K}"),
        saying("{TaskTemplate: {Resources: {SwapBytes: -1}}}", "{memswap_limit: '-1'}"),
        saying("{TaskTemplate: {Resources: {MemorySwappiness: 0}}}", "{mem_swappiness: 0}"),
        Case.leaving("{TaskTemplate: {Resources: {MemorySwappiness: -1}}}"),
        saying(
            "{TaskTemplate: {Placement: {Platforms: [{Architecture: amd64, OS: linux}]}}}",
            "{platform: linux/amd64}"),
        saying("{TaskTemplate: {Placement: {Platforms: [{OS: linux}]}}}", "{platform: linux/arm}"),
        Case.leaving(
            "{TaskTemplate: {Placement: {Platforms: [{Architecture: amd64, OS: linux},"
                + " {Architecture: arm64, OS: linux}]}}}"),
        saying(
            "{TaskTemplate: {ContainerSpec: {Privileges: {NoNewPrivileges: true,"
                + " Seccomp: {Mode: custom, Profile: eyJhIjogImIifQ==},"
                + " AppArmor: {Mode: disabled},"
                + " SELinuxContext: {Disable: true, User: u, Role: r, Type: t, Level: 's0:c1'}}}}}",
            "{security_opt: [no-new-privileges, 'seccomp={\"a\": \"b\"}', apparmor=unconfined,"
                + " label=disable, 'label=user:u', 'label=role:r', 'label=type:t',"
                + " 'label=level:s0:c1']}"),
        Case.leaving(
            "{TaskTemplate: {ContainerSpec: {Privileges: {Seccomp: {Mode: custom,"
                + " Profile: bm8ganNvbg==}, AppArmor: {Mode: other}}}}}"),
        saying(
            "{TaskTemplate: {ContainerSpec: {Privileges: {CredentialSpec: {Config: id1, File: '',"
                + " Registry: ''}}, Configs: [{Runtime: {}, ConfigID: id1, ConfigName: shop_c}]}}}",
            "{credential_spec: {config: shop_c}}"),
        Case.leaving(
            "{TaskTemplate: {ContainerSpec: {Privileges: {CredentialSpec: {Config: id1}}}}}"),
        new Case(
            "{Mode: {ReplicatedJob: {MaxConcurrent: 2, TotalCompletions: 4}}}",
            "{deploy: {mode: replicated-job, replicas: 4}}",
            "{Mode: {ReplicatedJob: {MaxConcurrent: 2}}}"));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void saysWhatAFileCanSay(Case subject) {
    Worded worded = SpecWords.service(yaml(subject.spec()));

    assertThat(worded.said()).isEqualTo(yaml(subject.said()));
    assertThat(worded.unsaid().toString()).isEqualTo(yaml(subject.unsaid()).toString());
  }

  private static Mapping yaml(String text) {
    Diagnostics problems = new Diagnostics();
    return new YamlParser()
        .parse(new StackSource("test", text), problems)
        .orElseThrow(() -> new IllegalArgumentException(problems.all().toString()));
  }
}
