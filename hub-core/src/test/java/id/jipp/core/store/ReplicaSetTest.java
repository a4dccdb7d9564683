package id.jipp.core.store;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReplicaSetTest {
    @ParameterizedTest
    @CsvSource({
        "mongodb://a:27017, mongodb://a:27017/other",
        "mongodb://a:27017/, mongodb://a:27017/other",
        "'mongodb://a,b,c/jipp?replicaSet=rs0', 'mongodb://a,b,c/other?replicaSet=rs0'",
        "mongodb://u:p@a/jipp, mongodb://u:p@a/other?authSource=jipp",
        "mongodb://u:p@a/?tls=true, mongodb://u:p@a/other?tls=true&authSource=admin",
        "mongodb://u:p@a/jipp?authSource=admin, mongodb://u:p@a/other?authSource=admin"
    })
    void anotherDatabaseKeepsTheAccounts(String uri, String expected) {
        assertThat(ReplicaSet.withDatabase(uri, "other")).isEqualTo(expected);
    }
}
