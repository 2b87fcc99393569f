package id.go.cirebonkab.lajur.support;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** Counts the statements that are prepared on its connections, for each thread by itself: jobs that work aside do not count. */
public final class CountedStatements extends DelegatingDataSource {

    private final ThreadLocal<Integer> count = ThreadLocal.withInitial(() -> 0);

    public CountedStatements(DataSource dataSource) {
        super(dataSource);
    }

    /** Those of this thread. */
    public int count() {
        return count.get();
    }

    @Override
    public Connection getConnection() throws SQLException {
        var connection = super.getConnection();
        return (Connection) Proxy.newProxyInstance(
                Connection.class.getClassLoader(), new Class<?>[] {Connection.class}, (proxy, method, arguments) -> {
                    if (method.getName().equals("prepareStatement")) {
                        count.set(count.get() + 1);
                    }
                    try {
                        return method.invoke(connection, arguments);
                    } catch (InvocationTargetException thrown) {
                        throw thrown.getCause();
                    }
                });
    }
}
