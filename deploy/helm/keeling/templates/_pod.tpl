{{/* What all pods have in common: {root, role}. The role cli is the pod to give commands in. */}}
{{- define "keeling.podSecurity" -}}
runAsNonRoot: true
runAsUser: 10001
runAsGroup: 10001
fsGroup: 10001
fsGroupChangePolicy: OnRootMismatch
seccompProfile: {type: RuntimeDefault}
{{- end -}}

{{- define "keeling.containerSecurity" -}}
allowPrivilegeEscalation: false
readOnlyRootFilesystem: true
capabilities: {drop: [ALL]}
{{- end -}}

{{/* Whose user of the database a pod has, {root, role}: commands are given as the owner of the tables. */}}
{{- define "keeling.databaseUser" -}}
{{- get (dict "sink" "sink" "desk" "desk" "cli" "sink") .role -}}
{{- end -}}

{{/* What the settings of a pod say otherwise than keeling.yaml, which all share; {root, role}. */}}
{{- define "keeling.databaseEnv" -}}
{{- $values := .root.Values -}}
{{- with include "keeling.databaseUser" . }}
{{- $user := get $values.database . -}}
- {name: KEELING_DATABASE_USER, value: {{ $user.user | quote }}}
- {name: KEELING_DATABASE_PASSWORD_FILE, value: {{ printf "/run/secrets/keeling/database-%s/%s" . $user.key | quote }}}
{{- end }}
{{- end -}}

{{/* Where a container may write, and the files it reads; {root, role}. */}}
{{- define "keeling.mounts" -}}
{{- $values := .root.Values -}}
- {name: tmp, mountPath: /tmp}
- {name: state, mountPath: /var/lib/keeling}
- {name: config, mountPath: /etc/keeling, readOnly: true}
{{- if $values.kafka.authority.secret }}
- {name: kafka-authority, mountPath: /run/secrets/keeling/kafka-authority, readOnly: true}
{{- end }}
{{- if ne $values.kafka.login "none" }}
- {name: kafka, mountPath: /run/secrets/keeling/kafka, readOnly: true}
{{- end }}
{{- with include "keeling.databaseUser" . }}
- {name: database-{{ . }}, mountPath: /run/secrets/keeling/database-{{ . }}, readOnly: true}
{{- end }}
{{- if and $values.database.authority.secret (has .role (list "sink" "desk" "cli")) }}
- {name: database-authority, mountPath: /run/secrets/keeling/database-authority, readOnly: true}
{{- end }}
{{- end -}}

{{- define "keeling.volumes" -}}
{{- $values := .root.Values -}}
{{- $user := ternary "operator" .role (eq .role "cli") -}}
- {name: tmp, emptyDir: {sizeLimit: 1Gi}}  # RocksDB and the database driver unpack native code there
- {name: config, configMap: {name: {{ include "keeling.fullname" .root }}}}
{{- if not .claimed }}
- {name: state, emptyDir: {sizeLimit: {{ .size | default "1Gi" }}}}
{{- end }}
{{- if $values.kafka.authority.secret }}
- {name: kafka-authority, secret: {secretName: {{ $values.kafka.authority.secret }}, defaultMode: 0440}}
{{- end }}
{{- if ne $values.kafka.login "none" }}
- {name: kafka, secret: {secretName: {{ get $values.kafka.users $user }}, defaultMode: 0440}}
{{- end }}
{{- with include "keeling.databaseUser" . }}
- {name: database-{{ . }}, secret: {secretName: {{ (get $values.database .).secret }}, defaultMode: 0440}}
{{- end }}
{{- if and $values.database.authority.secret (has .role (list "sink" "desk" "cli")) }}
- {name: database-authority, secret: {secretName: {{ $values.database.authority.secret }}, defaultMode: 0440}}
{{- end }}
{{- end -}}

{{/* The pod of a role: {root, role, claimed}. */}}
{{- define "keeling.pod" -}}
{{- $own := get .root.Values .role -}}
{{- $port := get (include "keeling.healthPorts" .root | fromYaml) .role | int -}}
metadata:
  labels:
    {{- include "keeling.labels" .root | nindent 4 }}
    app.kubernetes.io/component: {{ .role }}
  annotations:
    checksum/config: {{ include "keeling.config" .root | sha256sum }}
    {{- with $own.podAnnotations }}{{ toYaml . | nindent 4 }}{{- end }}
spec:
  serviceAccountName: {{ include "keeling.serviceAccount" .root }}
  automountServiceAccountToken: false
  enableServiceLinks: false  # its variables, such as KEELING_DESK_PORT, would be taken for settings
  terminationGracePeriodSeconds: {{ $own.terminationGracePeriodSeconds }}
  securityContext: {{- include "keeling.podSecurity" .root | nindent 4 }}
  {{- with .root.Values.imagePullSecrets }}
  imagePullSecrets: {{- toYaml . | nindent 4 }}
  {{- end }}
  topologySpreadConstraints:
    {{- range list "topology.kubernetes.io/zone" "kubernetes.io/hostname" }}
    - maxSkew: 1
      topologyKey: {{ . }}
      whenUnsatisfiable: ScheduleAnyway
      labelSelector:
        matchLabels:
          {{- include "keeling.selector" $.root | nindent 10 }}
          app.kubernetes.io/component: {{ $.role }}
    {{- end }}
  {{- with $own.nodeSelector }}
  nodeSelector: {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- with $own.tolerations }}
  tolerations: {{- toYaml . | nindent 4 }}
  {{- end }}
  {{- with $own.affinity }}
  affinity: {{- toYaml . | nindent 4 }}
  {{- end }}
  containers:
    - name: {{ .role }}
      image: {{ include "keeling.image" .root | quote }}
      imagePullPolicy: {{ .root.Values.image.pullPolicy }}
      args: [run, {{ .role }}]
      {{- $env := concat (include "keeling.databaseEnv" . | fromYamlArray) ($own.extraEnv | default list) }}
      {{- with $env }}
      env: {{- toYaml . | nindent 8 }}
      {{- end }}
      ports:
        - {name: health, containerPort: {{ $port }}}
        {{- if eq .role "desk" }}
        - {name: http, containerPort: 8080}
        {{- end }}
        {{- if and (eq .role "ingest") (include "keeling.websub" .root) }}
        - {name: hubs, containerPort: 8084}
        {{- end }}
      # It listens when Kafka has answered; until then the start is given five minutes.
      startupProbe: {httpGet: {path: /healthz, port: health}, periodSeconds: 5, timeoutSeconds: 5, failureThreshold: 60}
      livenessProbe: {httpGet: {path: /healthz, port: health}, periodSeconds: 10, timeoutSeconds: 5, failureThreshold: 6}
      readinessProbe: {httpGet: {path: /readyz, port: health}, periodSeconds: 5, timeoutSeconds: 5, failureThreshold: 3}
      {{- if eq .role "desk" }}
      # Readers are sent elsewhere before it stops to answer.
      lifecycle: {preStop: {exec: {command: [sleep, "5"]}}}
      {{- end }}
      resources: {{- toYaml $own.resources | nindent 8 }}
      securityContext: {{- include "keeling.containerSecurity" .root | nindent 8 }}
      volumeMounts: {{- include "keeling.mounts" . | nindent 8 }}
  volumes: {{- include "keeling.volumes" (dict "root" .root "role" .role "claimed" .claimed "size" (dig "state" "size" "1Gi" $own)) | nindent 4 }}
{{- end -}}
