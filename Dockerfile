# syntax=docker/dockerfile:1
# Lajur in a container:
#   docker build -t lajur .
# The application listens on 8080 as user 10001, writes only to /tmp and (with its own PostgreSQL) to /var/lib/lajur, and
# ends within 40 seconds after SIGTERM. docker-compose.yml starts it beside a PostgreSQL; docs/operasi.md says the rest.

# One runtime for all stages: the AOT cache is good only for the very Java that has made it.
FROM eclipse-temurin:25-jre-noble AS runtime
RUN groupadd --gid 10001 lajur \
    && useradd --uid 10001 --gid lajur --no-create-home --home-dir /var/lib/lajur --shell /usr/sbin/nologin lajur \
    && install --directory --owner=lajur --group=lajur --mode=0700 /var/lib/lajur
WORKDIR /opt/lajur

FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /build
COPY pom.xml ./
COPY src src
RUN --mount=type=cache,target=/root/.m2 mvn -B -q -DskipTests package
# Each layer is a directory: what changes seldom is not sent again.
RUN java -Djarmode=tools -jar target/lajur-*.jar extract --layers --application-filename lajur.jar --destination layers

FROM runtime AS training
COPY --from=build /build/layers/dependencies/ ./
COPY --from=build /build/layers/spring-boot-loader/ ./
COPY --from=build /build/layers/snapshot-dependencies/ ./
COPY --from=build /build/layers/application/ ./
COPY src/main/docker/train.sh /usr/local/bin/train.sh
RUN install --directory --owner=lajur --group=lajur /training
# Not as root, which PostgreSQL refuses. Without a cache the image is as good, but starts slower.
USER lajur
RUN bash /usr/local/bin/train.sh /opt/lajur/lajur.jar /training

FROM runtime
COPY --from=build /build/layers/dependencies/ ./
COPY --from=build /build/layers/spring-boot-loader/ ./
COPY --from=build /build/layers/snapshot-dependencies/ ./
COPY --from=training /training/lajur.aot ./
COPY --from=build /build/layers/application/ ./

# What the JVM may take; more here or in docker-compose.yml, together with the limit of the container.
ENV JAVA_TOOL_OPTIONS="-Xmx256m -XX:+UseSerialGC -XX:+ExitOnOutOfMemoryError" \
    LAJUR_DATA_DIR=/var/lib/lajur
USER lajur
VOLUME /var/lib/lajur
EXPOSE 8080
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=5s --start-period=60s --retries=3 \
    CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/${SERVER_PORT:-8080} && printf 'GET /actuator/health HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && read -r -t 4 answer <&3 && [[ $answer == *' 200 '* ]] || exit 1"]
# What the JVM itself has to say goes to the error output, so that the other one holds the log alone.
ENTRYPOINT ["java", "-Xlog:disable", "-Xlog:all=warning:stderr", "-XX:AOTCache=/opt/lajur/lajur.aot", "-jar", "/opt/lajur/lajur.jar"]
