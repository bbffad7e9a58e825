package dev.swarmha.deploy.export;

import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.document.Document;
import dev.swarmha.document.Mapping;
import org.junit.jupiter.api.Test;

final class DeclarationsTest {

  private static final Mapping NFS = Mapping.of("driver", Document.text("nfs"));

  private final Declarations declarations = new Declarations("shop");

  @Test
  void declareTheSameOnce() {
    assertThat(declarations.own("volumes", "shop_data", NFS)).isEqualTo("data");
    assertThat(declarations.own("volumes", "shop_data", NFS)).isEqualTo("data");
    assertThat(declarations.sections().mapping("volumes").entries()).containsOnlyKeys("data");
  }

  @Test
  void declareTwiceWhatOneNameMeansDifferentlyInTwoPlaces() {
    declarations.own("volumes", "shop_data", NFS);

    assertThat(declarations.own("volumes", "shop_data", Mapping.empty())).isEqualTo("shop_data");
    assertThat(declarations.external("volumes", "shop_data")).isEqualTo("shop_data-2");
    assertThat(declarations.sections().mapping("volumes").keys()).hasSize(3);
    assertThat(declarations.sections().at("volumes", "shop_data", "name"))
        .contains(Document.text("shop_data"));
  }

  @Test
  void keepTheFullNamesThatTheyAreTold() {
    declarations.externalByName("configs", "key");

    assertThat(declarations.external("configs", "shop_key")).isEqualTo("shop_key");
    assertThat(declarations.external("configs", "key")).isEqualTo("key");
  }

  @Test
  void giveANameWithoutAWordInItTheWordOfTheSection() {
    assertThat(declarations.own("volumes", "{{.}}", NFS)).isEqualTo("volumes");
    assertThat(declarations.own("volumes", "shop_", NFS)).isEqualTo("shop_");
  }
}
