package dev.swarmha.deploy.convert;

import static dev.swarmha.deploy.convert.ComposeText.errors;
import static dev.swarmha.deploy.convert.ComposeText.service;
import static dev.swarmha.deploy.convert.ComposeText.task;
import static dev.swarmha.deploy.convert.Converted.web;
import static dev.swarmha.deploy.convert.Converted.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.document.Mapping;
import org.junit.jupiter.api.Test;

class ContainerLimitsTest {

  @Test
  void becomeResourcesOfTheService() {
    assertThat(
            resources("mem_limit: 512m\nmem_reservation: 67108864\ncpus: 0.5\npids_limit: '100'"))
        .isEqualTo(
            yaml(
                "{Limits: {NanoCPUs: 500000000, MemoryBytes: 536870912, Pids: 100},"
                    + " Reservations: {MemoryBytes: 67108864}}"));
  }

  @Test
  void stayAwayWhereThereIsNoLimit() {
    assertThat(resources("pids_limit: -1")).isEqualTo(Mapping.empty());
  }

  @Test
  void mayStandInBothPlacesIfTheyAgree() {
    assertThat(resources("cpus: '0.50'\ndeploy: {resources: {limits: {cpus: 0.5}}}"))
        .isEqualTo(yaml("{Limits: {NanoCPUs: 500000000}}"));
    assertThat(errors(web("mem_limit: 1g\ndeploy: {resources: {limits: {memory: 2g}}}")))
        .containsExactly(
            "stack.yml:4:5: services.web.mem_limit: \"deploy.resources.limits.memory\" says"
                + " something else, at stack.yml:5:43; write it once");
  }

  @Test
  void takeNumbersForTexts() {
    assertThat(resources("deploy: {resources: {limits: {cpus: 1, memory: 16777216, pids: '5'}}}"))
        .isEqualTo(yaml("{Limits: {NanoCPUs: 1000000000, MemoryBytes: 16777216, Pids: 5}}"));
  }

  @Test
  void countSwapBesideMemory() {
    assertThat(resources("mem_limit: 100m\nmemswap_limit: 150m\nmem_swappiness: 10"))
        .isEqualTo(
            yaml("{Limits: {MemoryBytes: 104857600}, SwapBytes: 52428800, MemorySwappiness: 10}"));
    assertThat(resources("memswap_limit: -1").get("SwapBytes")).isEqualTo(yaml("{a: -1}").get("a"));
  }

  @Test
  void refuseSwapWithoutMemory() {
    assertThat(errors(web("memswap_limit: 1g")))
        .containsExactly(
            "stack.yml:4:20: services.web.memswap_limit: needs a limit of memory beside it");
    assertThat(errors(web("mem_limit: 1g\nmemswap_limit: 512m")))
        .containsExactly(
            "stack.yml:5:20: services.web.memswap_limit: is less than the limit of memory");
  }

  @Test
  void scaleIsTheNumberOfReplicas() {
    assertThat(service("scale: 3").mapping("Mode")).isEqualTo(yaml("{Replicated: {Replicas: 3}}"));
  }

  @Test
  void restartIsAPolicyEvenIfNever() {
    assertThat(task("restart: 'no'").mapping("RestartPolicy")).isEqualTo(yaml("{Condition: none}"));
    assertThat(task("restart: on-failure:2").mapping("RestartPolicy"))
        .isEqualTo(yaml("{Condition: on-failure, MaxAttempts: 2}"));
    assertThat(task("restart: always\ndeploy: {restart_policy: {condition: none}}"))
        .extracting(task -> task.mapping("RestartPolicy"))
        .isEqualTo(yaml("{Condition: none}"));
  }

  private static Mapping resources(String keys) {
    return task(keys).mapping("Resources");
  }
}
