"""PyTorch as the peer for whole models: `models.py NAME FOLDER THREADS` writes random weights of the official
configuration and inputs into the folder, once, then runs the model for each line it reads and answers with seconds."""
import json, pathlib, sys, time
import torch
from safetensors.torch import load_file, save_file

name, folder, threads = sys.argv[1], pathlib.Path(sys.argv[2]), int(sys.argv[3])
torch.set_num_threads(threads)
torch.manual_seed(1)


def clip():
    from transformers import CLIPVisionConfig, CLIPVisionModel

    config = CLIPVisionConfig(hidden_size=1024, intermediate_size=4096, num_hidden_layers=24, num_attention_heads=16,
                              image_size=336, patch_size=14)
    model = CLIPVisionModel(config)
    return model, config.to_dict(), {"pixel_values": torch.randn(1, 3, 336, 336)}, "last_hidden_state"


def unet():
    from diffusers import UNet2DConditionModel

    model = UNet2DConditionModel(cross_attention_dim=768, attention_head_dim=8)
    inputs = {"sample": torch.randn(2, 4, 64, 64), "timestep": torch.tensor([500.0]), "encoder_hidden_states": torch.randn(2, 77, 768)}
    return model, dict(model.config), inputs, "sample"


def llama():
    from transformers import LlamaConfig, LlamaForCausalLM

    config = LlamaConfig(hidden_size=1024, intermediate_size=2816, num_hidden_layers=16, num_attention_heads=16)
    return LlamaForCausalLM(config), config.to_dict(), {"input_ids": torch.randint(0, 32000, (1, 128))}, "logits"


def decoding(model, input_ids):
    """Goes on from a prompt, token by token; always from its end (decoding.ts does the same)."""
    cache = model(input_ids=input_ids, use_cache=True).past_key_values

    def run():
        if more := cache.get_seq_length() - input_ids.shape[1]:
            cache.crop(-more)
        for i in range(16):
            result = model(input_ids=torch.tensor([[i]]), past_key_values=cache, use_cache=True)
        return result

    return run


def status(key):
    return int(next(line for line in open("/proc/self/status") if line.startswith(key)).split()[1]) * 1024


with torch.no_grad():
    model, config, inputs, output = {"clip-vision": clip, "unet": unet, "llama": llama}[name]()
    weights = folder / "model.safetensors"
    if not weights.exists():
        save_file({k: v.contiguous() for k, v in model.state_dict().items() if "position_ids" not in k}, weights)
        (folder / "config.json").write_text(json.dumps(config, default=str))
        save_file(inputs, folder / "in.safetensors")
    started = time.perf_counter()
    state = load_file(weights)
    missing = model.load_state_dict(state, strict=False, assign=True)
    assert not missing.unexpected_keys
    model.eval()
    print(json.dumps({"load": time.perf_counter() - started, "bytes": sum(v.numel() * v.element_size() for v in state.values())}), flush=True)
    sum(float(v.sum()) for v in state.values())  # all of the weights are in memory now: what comes on top is activations
    before = status("VmRSS")
    open("/proc/self/clear_refs", "w").write("5")  # the peak begins anew (Linux)
    run = decoding(model, **inputs) if name == "llama" else lambda: model(**inputs)
    first = True
    for _ in sys.stdin:
        started, busy = time.perf_counter(), time.process_time()
        result = run()
        seconds, cpu = time.perf_counter() - started, time.process_time() - busy
        if first:
            activations = max(0, status("VmHWM") - before)
            save_file({output: result[0].contiguous()}, folder / "torch.safetensors")
        first = False
        print(json.dumps({"seconds": seconds, "cpu": cpu, "activations": activations}), flush=True)
