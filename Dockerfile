# One image for every role: docker run keeling run ingest|enrich|sink|feeds
#
# The jars are built inside by default. Where they were built outside already (./keeling help, or mvn package):
#   docker build --build-arg JARS=outside -t keeling .
ARG JARS=inside

FROM maven:3.9-eclipse-temurin-21 AS inside
WORKDIR /keeling
COPY . .
RUN --mount=type=cache,target=/root/.m2 mvn -B -q -pl app -am package -Dmaven.test.skip=true

FROM scratch AS outside
COPY app/target/lib /keeling/app/target/lib

FROM ${JARS} AS jars

FROM eclipse-temurin:21-jre
RUN useradd --system --uid 10001 --home-dir /var/lib/keeling --create-home keeling \
 && mkdir -p /etc/keeling
COPY --from=jars /keeling/app/target/lib /opt/keeling/lib
COPY keeling.yaml /etc/keeling/keeling.yaml
# By number, so that Kubernetes can see that it is not root.
USER 10001
WORKDIR /var/lib/keeling
VOLUME /var/lib/keeling
ENV KEELING_CONFIG=/etc/keeling/keeling.yaml
# One arena for each of many threads would keep more of what is freed: docs/guarantees.md, Bounds.
ENV MALLOC_ARENA_MAX=2
EXPOSE 8080 8081 8082 8083 8085 8090
# The heap is sized to the container; what runs out of it is restarted.
ENTRYPOINT ["java", "-XX:MaxRAMPercentage=60", "-XX:+ExitOnOutOfMemoryError", "-XX:+UseG1GC", "-Djava.io.tmpdir=/tmp", "-cp", "/opt/keeling/lib/*", "io.keeling.app.Keeling"]
