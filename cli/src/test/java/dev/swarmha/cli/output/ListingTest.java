package dev.swarmha.cli.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import picocli.CommandLine.Help.Ansi;

final class ListingTest {

  private record Pet(String name, Optional<String> nickName, int legs, List<String> foods) {}

  private static final List<Column<Pet>> COLUMNS =
      List.of(
          Column.text("name", Pet::name),
          Column.optional("nickName", Pet::nickName),
          Column.<Pet>number("legs", Pet::legs).hidden(),
          Column.texts("foods", Pet::foods));

  private static final Listing<Pet> PETS =
      new Listing<>(
          COLUMNS,
          List.of(
              new Pet("Rex", Optional.of("yes"), 4, List.of("bone", "shoe: left")),
              new Pet("Tweety \ud83d\udc24", Optional.empty(), 2, List.of())));

  @Test
  void alignsTheColumnsOfATable() {
    assertThat(PETS.lines())
        .containsExactly(
            "NAME        NICK NAME   FOODS",
            "Rex         yes         bone, shoe: left",
            "Tweety \ud83d\udc24");
  }

  @Test
  void fitsATerminalByTheEndsOfTheRightmostCellsAndNeverByNames() {
    List<Pet> pets =
        List.of(new Pet("Bartholomew the Third", Optional.of("Bart"), 4, List.of("bone", "shoes")));

    assertThat(new Listing<>(COLUMNS, pets).lines(new Screen(44, Ansi.OFF)))
        .containsExactly(
            "NAME                   NICK NAME  FOODS",
            "Bartholomew the Third  Bart       bone, sho…");
    assertThat(new Listing<>(COLUMNS, pets).lines(new Screen(10, Ansi.OFF)))
        .anyMatch(it -> it.contains("the Third"));
  }

  @Test
  void leavesOutColumnsWhereNothingElseHelps() {
    record Host(String id, String place, String label, String version) {}
    List<Column<Host>> columns =
        List.of(
            Column.text("id", Host::id),
            Column.text("role", Host::place),
            Column.text("label", Host::label),
            Column.text("engineVersion", Host::version));
    Listing<Host> hosts =
        new Listing<>(columns, List.of(new Host("0123456789abcdef", "worker", "", "20.10.24")));

    assertThat(hosts.lines(new Screen(41, Ansi.OFF)))
        .containsExactly(
            "ID          ROLE    LABEL  ENGINE VERSION", "012345678…  worker         20.10.24");
    assertThat(hosts.lines(new Screen(35, Ansi.OFF)))
        .containsExactly("ID           ROLE    ENGINE VERSION", "0123456789…  worker  20.10.24");
    assertThat(hosts.lines(new Screen(30, Ansi.OFF)))
        .containsExactly("ID                 ROLE", "0123456789abcdef   worker");
  }

  @Test
  void printsOneJsonDocumentWithEveryProperty() {
    assertThat(PETS.text(OutputFormat.JSON))
        .isEqualTo(
            """
            [
              {
                "name": "Rex",
                "nickName": "yes",
                "legs": 4,
                "foods": [
                  "bone",
                  "shoe: left"
                ]
              },
              {
                "name": "Tweety \ud83d\udc24",
                "nickName": null,
                "legs": 2,
                "foods": []
              }
            ]""");
  }

  @Test
  void printsYamlThatReadsBackAsTheSame() {
    assertThat(PETS.text(OutputFormat.YAML))
        .isEqualTo(
            """
              - name: Rex
                nickName: 'yes'
                legs: 4
                foods:
                  - bone
                  - 'shoe: left'
              - name: Tweety \ud83d\udc24
                nickName: null
                legs: 2
                foods: []
            """
                .stripTrailing());
  }

  @Test
  void anEmptyTableStillHasItsHeadings() {
    Listing<Pet> none = new Listing<>(COLUMNS, List.of());

    assertThat(none.lines()).containsExactly("NAME   NICK NAME   FOODS");
    assertThat(none.text(OutputFormat.JSON)).isEqualTo("[]");
    assertThat(none.text(OutputFormat.YAML)).isEqualTo("[]");
  }
}
