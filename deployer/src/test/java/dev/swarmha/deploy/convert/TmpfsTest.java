package dev.swarmha.deploy.convert;

import static dev.swarmha.deploy.convert.ComposeText.container;
import static dev.swarmha.deploy.convert.ComposeText.errors;
import static dev.swarmha.deploy.convert.Converted.web;
import static dev.swarmha.deploy.convert.Converted.yaml;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class TmpfsTest {

  @Test
  void becomesMounts() {
    assertThat(container("tmpfs: [/run, '/tmp:size=64m,mode=1777,noexec,ro']").sequence("Mounts"))
        .isEqualTo(
            yaml("m: [{Type: tmpfs, Target: /run}, {Type: tmpfs, Target: /tmp, ReadOnly: true,"
                    + " TmpfsOptions: {SizeBytes: 67108864, Mode: 1023}}]")
                .sequence("m"));
  }

  @Test
  void holdsSharedMemoryOfAnotherSize() {
    assertThat(container("tmpfs: /run\nshm_size: 64m").sequence("Mounts").mappings())
        .last()
        .isEqualTo(yaml("{Type: tmpfs, Target: /dev/shm, TmpfsOptions: {SizeBytes: 67108864}}"));
  }

  @Test
  void hasAModeInOctalDigitsAndASizeWithAUnit() {
    assertThat(
            container("volumes: [{type: tmpfs, target: /a, tmpfs: {size: 1m, mode: '0700'}}]")
                .sequence("Mounts")
                .mappings())
        .containsExactly(
            yaml("{Type: tmpfs, Target: /a, TmpfsOptions: {SizeBytes: 1048576, Mode: 448}}"));
  }

  @Test
  void refusesOptionsThatSwarmCannotPassOn() {
    assertThat(errors(web("tmpfs: '/run:uid=5'")))
        .containsExactly(
            "stack.yml:4:12: services.web.tmpfs: \"/run:uid=5\" has the option \"uid=5\", which"
                + " Swarm cannot pass on");
  }
}
