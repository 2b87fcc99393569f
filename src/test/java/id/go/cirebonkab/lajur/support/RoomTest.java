package id.go.cirebonkab.lajur.support;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;

/**
 * Runs a test in {@link Rooms} on a real database. All such tests share one context and its database, so each takes
 * complaints of its own from the {@link Desk} and asserts about these.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Documented
@OwnDatabase
@SpringBootTest(classes = Rooms.class, webEnvironment = WebEnvironment.NONE)
public @interface RoomTest {}
