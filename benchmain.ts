import { benchSpeech } from '/work/main/bench/speech';
benchSpeech();
