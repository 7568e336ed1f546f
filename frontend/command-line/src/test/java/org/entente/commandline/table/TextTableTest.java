package org.entente.commandline.table;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TextTableTest {
    @Test
    void numbersStandToTheRightAndTextToTheLeft() {
        assertThat(TextTable.of("site", ">amount", "")
                        .row("oslo", "1.5", "EUR")
                        .row("tromso", "12.25", "EUR")
                        .lines())
                .containsExactly("site    amount", "-------------------", "oslo       1.5  EUR", "tromso   12.25  EUR");
    }

    @Test
    void noLineIsWiderThanAHundredColumns() {
        TextTable table =
                TextTable.of("name", "reason", ">amount").row("n".repeat(60), "r".repeat(80), "1.00000000000001");

        assertThat(table.lines()).allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(100));
        assertThat(table.lines().getLast()).contains("…").endsWith("1.00000000000001");
    }

    @Test
    void numberIsNeverShortened() {
        String amount = "9".repeat(120);

        assertThat(TextTable.of("name", ">amount").row("web", amount).lines().getLast())
                .contains(amount);
    }

    @Test
    void rowWithAnotherNumberOfCellsIsRefused() {
        assertThatThrownBy(() -> TextTable.of("a", "b").row("one")).hasMessage("A row needs 2 cells, but had 1");
    }
}
