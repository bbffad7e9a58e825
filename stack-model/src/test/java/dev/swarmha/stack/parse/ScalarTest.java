package dev.swarmha.stack.parse;

import static org.assertj.core.api.Assertions.assertThat;

import dev.swarmha.document.Document;
import dev.swarmha.document.Mapping;
import dev.swarmha.document.Scalar;
import dev.swarmha.document.Scalar.Kind;
import dev.swarmha.stack.diagnostic.Diagnostics;
import dev.swarmha.stack.source.StackSource;
import dev.swarmha.stack.value.GoNumbers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each row was put to docker 28.2.2; the last column is what it prints for an environment. */
class ScalarTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "true                       | BOOLEAN | true",
        "FALSE                      | BOOLEAN | false",
        "yes                        | TEXT    | yes",
        "off                        | TEXT    | off",
        "y                          | TEXT    | y",
        "~                          | NULL    | null",
        "Null                       | NULL    | null",
        "nULL                       | TEXT    | nULL",
        "22:22                      | TEXT    | 22:22",
        "12:30:45                   | TEXT    | 12:30:45",
        "017                        | INTEGER | 15",
        "0o17                       | INTEGER | 15",
        "0x1F                       | INTEGER | 31",
        "-0b11                      | INTEGER | -3",
        "1_000                      | INTEGER | 1000",
        "+12                        | INTEGER | 12",
        "18446744073709551615       | INTEGER | 18446744073709551615",
        "12345678901234567890123    | DECIMAL | 1.2345678901234568e+22",
        "100000000000000000000      | DECIMAL | 1e+20",
        "08                         | DECIMAL | 8",
        "1e3                        | DECIMAL | 1000",
        "1e5                        | DECIMAL | 100000",
        "1e6                        | DECIMAL | 1e+06",
        ".5                         | DECIMAL | 0.5",
        ".5_0                       | DECIMAL | 0.5",
        "1.                         | DECIMAL | 1",
        "1.10                       | DECIMAL | 1.1",
        "999999.5                   | DECIMAL | 999999.5",
        "1234567.5                  | DECIMAL | 1.2345675e+06",
        "123456789.0                | DECIMAL | 1.23456789e+08",
        "0.0001                     | DECIMAL | 0.0001",
        "0.00001                    | DECIMAL | 1e-05",
        "5e-324                     | DECIMAL | 5e-324",
        "1_000.5                    | DECIMAL | 1000.5",
        "1e400                      | TEXT    | 1e400",
        "0x1p4                      | TEXT    | 0x1p4",
        "2001-12-14                 | TEXT    | 2001-12-14 00:00:00 +0000 UTC",
        "2001-12-14 21:59:43.10     | TEXT    | 2001-12-14 21:59:43.1 +0000 UTC",
        "2001-12-14T21:59:43-05:00  | TEXT    | 2001-12-14 21:59:43 -0500 -0500",
        "2001-13-14                 | TEXT    | 2001-13-14",
        "<<                         | TEXT    | <<",
        "=                          | TEXT    | =",
        "! 017                      | INTEGER | 15",
        "!!str 5                    | TEXT    | 5",
        "!!int \"5\"                | INTEGER | 5",
        "!!float 5                  | DECIMAL | 5",
        "!!binary aGk=              | TEXT    | hi",
        "\"017\"                    | TEXT    | 017"
      })
  void readsScalarsAsGoDoes(String written, Kind kind, String printed) {
    Document value = parse("a: " + written).get("a").orElseThrow();

    assertThat(value.asScalar().map(Scalar::kind)).contains(kind);
    assertThat(value.asScalar().map(GoNumbers::text)).contains(printed);
  }

  @Test
  void readsNumbersOfAnyLength() {
    String zeros = "0".repeat(100);

    assertThat(parse("a: 0x" + zeros + "1F").number("a")).contains(31L);
    assertThat(parse("a: " + zeros).number("a")).contains(0L);
    assertThat(parse("a: 1" + zeros).get("a").flatMap(Document::asScalar).map(GoNumbers::text))
        .contains("1e+100");
    assertThat(parse("a: " + "1".repeat(200_000)).text("a").orElseThrow()).hasSize(200_000);
  }

  private static Mapping parse(String text) {
    return new YamlParser().parse(new StackSource("a.yml", text), new Diagnostics()).orElseThrow();
  }
}
