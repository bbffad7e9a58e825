package dev.swarmha.deploy.convert;

import static dev.swarmha.deploy.convert.ComposeText.container;
import static dev.swarmha.deploy.convert.ComposeText.errors;
import static dev.swarmha.deploy.convert.ComposeText.warnings;
import static dev.swarmha.deploy.convert.Converted.spec;
import static dev.swarmha.deploy.convert.Converted.web;
import static dev.swarmha.deploy.convert.Converted.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.engine.ResourceKind;
import org.junit.jupiter.api.Test;

class ComposeMountsTest {

  @Test
  void leaveOutWhatIsMountedBelow() {
    assertThat(
            container(
                    "volumes: [{type: bind, source: /a, target: /b, bind: {recursive: disabled}}]")
                .sequence("Mounts")
                .mappings())
        .containsExactly(
            yaml("{Type: bind, Source: /a, Target: /b, BindOptions: {NonRecursive: true}}"));
    assertThat(
            errors(
                web(
                    "volumes: [{type: bind, source: /a, target: /b, bind: {recursive: readonly}}]")))
        .containsExactly(
            "stack.yml:4:70: services.web.volumes.0.bind.recursive: \"readonly\" is not what Swarm"
                + " can do");
  }

  @Test
  void giveTheirOwnLabelsToVolumes() {
    String text =
        web("volumes: [{type: volume, source: v1, target: /b, volume: {labels: [a=b]}}]")
            + "volumes: {v1: {labels: {c: true}}}";

    assertThat(
            spec(ComposeText.stack(text), ResourceKind.SERVICE, "shop_web")
                .mapping("TaskTemplate")
                .mapping("ContainerSpec")
                .sequence("Mounts")
                .mappings()
                .findFirst()
                .orElseThrow()
                .mapping("VolumeOptions")
                .mapping("Labels"))
        .isEqualTo(yaml("{a: b, c: 'true', com.docker.stack.namespace: shop}"));
  }

  @Test
  void warnOfWhatNodesMustDoThemselves() {
    assertThat(
            warnings(
                web(
                    "volumes: [{type: bind, source: /a, target: /b, bind: {create_host_path: true}}]")))
        .containsExactly(
            "stack.yml:4:59: services.web.volumes.0.bind.create_host_path: ignored: Swarm never"
                + " makes the directory; make it on each node beforehand");
  }
}
