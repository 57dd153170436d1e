// The command runner is a runner of actions for the Gitea that the judges start: it takes
// jobs from the forge by the runners' own protocol and does them on this machine, as
// Gitea's runner does with the label "host", with the same engine (Gitea's fork of act).
// Gitea's own runner is on no module proxy; its engine and its protocol are.
//
//	runner ADDRESS REGISTRATION-TOKEN FOLDER LABEL…
//
// It works, one job at a time, until it is ended. The jobs see the environment that it was
// started with and no more. FOLDER is where they work. It says on standard output what
// each job came to.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"sync"
	"time"

	pingv1 "code.gitea.io/actions-proto-go/ping/v1"
	"code.gitea.io/actions-proto-go/ping/v1/pingv1connect"
	runnerv1 "code.gitea.io/actions-proto-go/runner/v1"
	"code.gitea.io/actions-proto-go/runner/v1/runnerv1connect"
	"connectrpc.com/connect"
	"github.com/nektos/act/pkg/common"
	"github.com/nektos/act/pkg/model"
	actrunner "github.com/nektos/act/pkg/runner"
	"github.com/sirupsen/logrus"
	"google.golang.org/protobuf/types/known/timestamppb"
)

func main() {
	if len(os.Args) < 5 {
		fmt.Fprintln(os.Stderr, "usage: runner ADDRESS REGISTRATION-TOKEN FOLDER LABEL…")
		os.Exit(2)
	}
	if err := serve(context.Background(), os.Args[1], os.Args[2], os.Args[3], os.Args[4:]); err != nil {
		fmt.Fprintln(os.Stderr, "runner:", err)
		os.Exit(1)
	}
}

// known is who the forge knows this runner as, sent with every call once it is registered.
type known struct{ uuid, token string }

func (k *known) RoundTrip(r *http.Request) (*http.Response, error) {
	r.Header.Set("x-runner-uuid", k.uuid)
	r.Header.Set("x-runner-token", k.token)
	return http.DefaultTransport.RoundTrip(r)
}

// serve registers and then does one job after the other.
func serve(ctx context.Context, address, registration, folder string, labels []string) error {
	var who known
	client := &http.Client{Transport: &who}
	base := strings.TrimSuffix(address, "/") + "/api/actions"
	if _, err := pingv1connect.NewPingServiceClient(client, base).Ping(ctx, connect.NewRequest(&pingv1.PingRequest{Data: "judge"})); err != nil {
		return err
	}
	forge := runnerv1connect.NewRunnerServiceClient(client, base)
	answer, err := forge.Register(ctx, connect.NewRequest(&runnerv1.RegisterRequest{Name: "judge", Token: registration, Version: "judge", Labels: labels}))
	if err != nil {
		return err
	}
	who = known{answer.Msg.Runner.Uuid, answer.Msg.Runner.Token}
	if _, err := forge.Declare(ctx, connect.NewRequest(&runnerv1.DeclareRequest{Version: "judge", Labels: labels})); err != nil {
		return err
	}
	fmt.Println("ready")
	for {
		got, err := forge.FetchTask(ctx, connect.NewRequest(&runnerv1.FetchTaskRequest{}))
		if err != nil {
			return err
		}
		if got.Msg.Task == nil {
			time.Sleep(500 * time.Millisecond)
			continue
		}
		if err := do(ctx, forge, address, folder, got.Msg.Task); err != nil {
			return err
		}
	}
}

// log gathers what a job says, as the forge wants it.
type log struct {
	sync.Mutex
	rows   []*runnerv1.LogRow
	result string
}

func (*log) Levels() []logrus.Level { return logrus.AllLevels }

// Fire takes one line of the engine's.
func (l *log) Fire(e *logrus.Entry) error {
	l.Lock()
	defer l.Unlock()
	if result, ok := e.Data["jobResult"].(string); ok {
		l.result = result
	}
	if e.Level <= logrus.InfoLevel {
		l.rows = append(l.rows, &runnerv1.LogRow{Time: timestamppb.New(e.Time), Content: strings.TrimRight(e.Message, "\r\n")})
	}
	return nil
}

// quiet keeps the engine from writing beside the log.
type quiet struct{}

func (quiet) WithJobLogger() *logrus.Logger {
	l := logrus.New()
	l.SetOutput(io.Discard)
	return l
}

// do does one job and tells the forge what came of it. An error is the forge's not
// listening; a job that fails is none.
func do(ctx context.Context, forge runnerv1connect.RunnerServiceClient, address, folder string, task *runnerv1.Task) error {
	began := timestamppb.Now()
	var said log
	name, err := execute(ctx, address, folder, task, &said)
	result := runnerv1.Result_RESULT_SUCCESS
	switch {
	case said.result == "skipped":
		result = runnerv1.Result_RESULT_SKIPPED
	case err != nil || said.result != "success":
		result = runnerv1.Result_RESULT_FAILURE
	}
	if err != nil {
		said.rows = append(said.rows, &runnerv1.LogRow{Time: timestamppb.Now(), Content: err.Error()})
	}
	if _, err := forge.UpdateLog(ctx, connect.NewRequest(&runnerv1.UpdateLogRequest{TaskId: task.Id, Rows: said.rows, NoMore: true})); err != nil {
		return err
	}
	_, err = forge.UpdateTask(ctx, connect.NewRequest(&runnerv1.UpdateTaskRequest{State: &runnerv1.TaskState{Id: task.Id, Result: result, StartedAt: began, StoppedAt: timestamppb.Now()}}))
	fmt.Printf("== job %s: %v\n", name, result)
	for _, row := range said.rows {
		fmt.Println("   ", row.Content)
	}
	return err
}

// execute does the job as the forge's own runner would, on this machine. It gives the job's name.
func execute(ctx context.Context, address, folder string, task *runnerv1.Task, said *log) (string, error) {
	workflow, err := model.ReadWorkflow(strings.NewReader(string(task.WorkflowPayload)))
	if err != nil {
		return "", err
	}
	ids := workflow.GetJobIDs()
	if len(ids) != 1 {
		return "", fmt.Errorf("the forge sent %d jobs", len(ids))
	}
	if len(task.Needs) > 0 {
		return ids[0], errors.New("this runner takes no job that waits for others")
	}
	plan, err := model.CombineWorkflowPlanner(workflow).PlanJob(ids[0])
	if err != nil {
		return ids[0], err
	}
	told := task.Context.Fields
	text := func(key string) string { return told[key].GetStringValue() }
	event, err := json.Marshal(told["event"].GetStructValue().AsMap())
	if err != nil {
		return ids[0], err
	}
	at := filepath.Join(folder, fmt.Sprint(task.Id))
	if err := os.MkdirAll(at, 0o755); err != nil {
		return ids[0], err
	}
	level := logrus.DebugLevel // that a job is skipped is said no louder
	r, err := actrunner.New(&actrunner.Config{
		Workdir:        at,
		ActionCacheDir: filepath.Join(folder, "cache"),
		BindWorkdir:    true,
		LogOutput:      true,
		Secrets:        task.Secrets,
		Vars:           task.Vars,
		Env:            map[string]string{"GITEA_ACTIONS": "true", "PATH": os.Getenv("PATH")},
		GitHubInstance: address,
		AutoRemove:     true,
		NoSkipCheckout: true,
		PresetGitHubContext: &model.GithubContext{
			Event: told["event"].GetStructValue().AsMap(), RunID: text("run_id"), RunNumber: text("run_number"),
			Actor: text("actor"), Repository: text("repository"), EventName: text("event_name"), Sha: text("sha"),
			Ref: text("ref"), RefName: text("ref_name"), RefType: text("ref_type"), HeadRef: text("head_ref"), BaseRef: text("base_ref"),
			Token: task.Secrets["GITHUB_TOKEN"], RepositoryOwner: text("repository_owner"), RetentionDays: text("retention_days"),
		},
		EventJSON:      string(event),
		PlatformPicker: func([]string) string { return "-self-hosted" },
		JobLoggerLevel: &level,
	})
	if err != nil {
		return ids[0], err
	}
	ctx = common.WithLoggerHook(actrunner.WithJobLoggerFactory(ctx, quiet{}), said)
	return ids[0], r.NewPlanExecutor(plan)(ctx)
}
