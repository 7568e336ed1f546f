package org.entente.billing;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import javax.sql.DataSource;
import org.entente.agreements.language.OperatorId;

/** What the database itself says of an operator's rows, past everything that billing knows of them. */
@ApplicationScoped
public class Books {
    private static final String BALANCES = """
            select account || ' ' || sum(amount) || ' ' || currency
            from billing.posting join billing.journal_entry on journal_entry.id = posting.entry
            where period = ? group by account, currency order by account, currency""";
    private static final String UNBALANCED = """
            select entry || ' ' || currency from billing.posting
            group by entry, currency having sum(amount) <> 0""";

    private final Peers peers;
    private final DataSource database;

    Books(Peers peers, DataSource database) {
        this.peers = peers;
        this.database = database;
    }

    /** The balance of every account over the entries of a period, one a line, by account. */
    public String balances(OperatorId operator, YearMonth period) {
        return rows(operator, BALANCES, period.toString()).stream()
                .map(line -> line + "\n")
                .reduce("", String::concat);
    }

    /** Entries that do not balance in some currency. */
    public List<String> unbalanced(OperatorId operator) {
        return rows(operator, UNBALANCED);
    }

    /** The first column of what a query finds, as text. The process is that operator afterwards. */
    public List<String> rows(OperatorId operator, String query, String... parameters) {
        peers.become(operator);
        try (Connection connection = database.getConnection();
                PreparedStatement statement = connection.prepareStatement(query)) {
            for (int index = 0; index < parameters.length; index++) {
                statement.setString(index + 1, parameters[index]);
            }
            List<String> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(rows.getString(1));
                }
            }
            return found;
        } catch (SQLException failed) {
            throw new IllegalStateException("The database did not answer to: " + query, failed);
        }
    }

    /** Tries to change rows and gives back why the database refused it, or an empty text where it did not. */
    public String refusalOf(OperatorId operator, String change) {
        peers.become(operator);
        try (Connection connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try (java.sql.Statement statement = connection.createStatement()) {
                statement.execute(change);
                statement.execute("set constraints all immediate");
                return "";
            } catch (SQLException refused) {
                return String.valueOf(refused.getMessage());
            } finally {
                connection.rollback();
            }
        } catch (SQLException failed) {
            throw new IllegalStateException("The database did not answer to: " + change, failed);
        }
    }
}
